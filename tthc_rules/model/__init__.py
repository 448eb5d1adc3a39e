"""Frozen values of the domain (floor 1). They carry no positions and read no files."""
