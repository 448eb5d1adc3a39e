"""All sentences of the product, by key (thông điệp).

One module a room, each with a `TABLE` of `key -> Entry(vi, en)`. The tables are read when
the first sentence is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tthc_rules.diagnostics import Message
from tthc_rules.model.text import Text
from tthc_rules.report.escape import shown
from tthc_rules.report.messages.entry import Entry, Table

PLACEHOLDER = re.compile(r"\{(\w+)\}")
"""A place for a value. Braces around anything else are part of the sentence."""

LANGUAGES = ("vi", "en")
"""The languages of the product; the first is the default."""


def rooms() -> Iterator[tuple[str, Table]]:
    """Yield the name and the table of each room, in alphabetical order."""
    for name in sorted(module.name for module in iter_modules(__path__)):
        if name != "entry":
            yield name, import_module(f"{__name__}.{name}").TABLE


@cache
def table() -> Table:
    """Return the sentences of all rooms in one table."""
    return {key: entry for _, room in rooms() for key, entry in room.items()}


def sentence(message: Message | Text, lang: str) -> str:
    """Return a message as one line in `lang` (câu thông báo), safe for a terminal.

    A key without an entry shows as the key and its values: a report is never lost for want
    of a word. Tests look for such keys.

    Args:
        message: A key with values, or a finished text of a rule.
        lang: `vi` or `en`; anything else reads as `vi`.
    """
    if isinstance(message, Text):
        return shown(_of(message, lang))
    entry = table().get(message.key)
    if entry is None:
        values = ", ".join(f"{name}: {_of(value, lang)}" for name, value in message.values.items())
        return shown(f"{message.key} ({values})" if values else message.key)
    return shown(_filled(_of(Text(*entry), lang), message.values, lang))


def both(message: Message | Text) -> Text:
    """Return a message in both languages, each on one line."""
    return Text(vi=sentence(message, "vi"), en=sentence(message, "en"))


def say(key: str, lang: str, **values: Text | str) -> str:
    """Return the sentence of `key` in `lang`; the short way for fixed sentences."""
    return sentence(Message(key, values), lang)


def placeholders(sentence_text: str) -> frozenset[str]:
    """Return the names of the values a sentence asks for."""
    return frozenset(PLACEHOLDER.findall(sentence_text))


def _filled(text: str, values: Mapping[str, Text | str], lang: str) -> str:
    def value(match: re.Match[str]) -> str:
        found = values.get(match.group(1))
        return match.group() if found is None else _of(found, lang)

    return PLACEHOLDER.sub(value, text)


def _of(value: Text | str, lang: str) -> str:
    if isinstance(value, Text):
        return value.en if lang == "en" else value.vi
    return value


__all__ = [
    "LANGUAGES",
    "PLACEHOLDER",
    "Entry",
    "Table",
    "both",
    "placeholders",
    "rooms",
    "say",
    "sentence",
    "table",
]
