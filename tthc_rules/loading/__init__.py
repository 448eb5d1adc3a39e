"""YAML files as values with places (floor 3)."""
