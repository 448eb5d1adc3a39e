"""The use cases (floor 7): every door, command line or editor, calls only this."""
