"""Integrity across files (floor 5)."""
