"""The shipped files as the program reads them."""

from __future__ import annotations

from tests.data import shipped
from tthc_rules import library
from tthc_rules.loading import Schemas, read


def test_the_reader_has_nothing_to_say_about_a_shipped_file() -> None:
    """Not even a warning: users copy these files."""
    schemas = Schemas.from_texts(library.schema_texts())
    for file in shipped.everything():
        documents, findings = read(str(file.path), file.text.encode(), schemas)
        assert len(documents) == 1
        assert findings == ()
