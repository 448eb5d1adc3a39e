"""YAML files as values with places (floor 3)."""

from tthc_rules.loading.documents import Document
from tthc_rules.loading.files import find, read_bytes, shown_name
from tthc_rules.loading.reader import read, read_as
from tthc_rules.loading.schemas import Definition, Schemas

__all__ = [
    "Definition",
    "Document",
    "Schemas",
    "find",
    "read",
    "read_as",
    "read_bytes",
    "shown_name",
]
