"""Formats and sentences (floor 6): renders, never decides."""
