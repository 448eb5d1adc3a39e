"""The shipped examples, run as a user runs them."""
