"""The vocabulary a rule may use (từ vựng), handed in: records, values, functions.

The language knows neither the law nor YAML; whoever reads the schemas and knows the law
fills these tables. Every word has an English spelling, the schema's key with `_` for `-`,
and a Vietnamese one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from types import MappingProxyType
from typing import TypeAlias, TypeVar

from tthc_rules.lang.words import tone_folded
from tthc_rules.model.text import Text

COMPARE_TIME_LIMITS = "compare_time_limits"
"""The function every evaluation must be given if its rules compare time limits:
`(left, comparison, right) -> bool`, raising `Undecided` where the calendar decides."""


class Kind(Enum):
    """The kinds of single values (kiểu đơn)."""

    TEXT = "text"
    INTEGER = "integer"
    BOOLEAN = "boolean"
    DATE = "date"
    TIME_LIMIT = "time_limit"
    MONEY = "money"
    RATE = "rate"
    QUANTITY = "quantity"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value. Money and quantities of different dimensions never meet.

    `dimension` is empty for a literal, which fits every dimension of its kind.
    """

    kind: Kind
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Enumeration:
    """One of the values of the enumeration `name`."""

    name: str


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with the fields of the record type `name`."""

    name: str


@dataclass(frozen=True, slots=True)
class ListOf:
    """A sequence of items of one type."""

    item: Type


Type: TypeAlias = "Scalar | Enumeration | Record | ListOf"

TEXT = Scalar(Kind.TEXT)
INTEGER = Scalar(Kind.INTEGER)
BOOLEAN = Scalar(Kind.BOOLEAN)
DATE = Scalar(Kind.DATE)
TIME_LIMIT = Scalar(Kind.TIME_LIMIT)
MONEY = Scalar(Kind.MONEY)
RATE = Scalar(Kind.RATE)


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One value of an enumeration: as it stands in data, and its Vietnamese word."""

    value: str
    vi: str

    @property
    def text(self) -> Text:
        """How the value reads in both languages."""
        return Text(self.vi.replace("_", " "), self.value)

    @property
    def word(self) -> Text:
        """How the value is written in a rule."""
        return Text(spelled(self.vi), spelled(self.value))


@dataclass(frozen=True, slots=True)
class EnumType:
    """An enumeration (tập giá trị)."""

    name: str
    values: tuple[EnumValue, ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its key, its Vietnamese word, its type.

    An optional field may be absent and is used only where `có` has shown it to be there.
    `least` is the smallest whole number it can hold, where one is known.
    """

    key: str
    vi: str
    type: Type
    optional: bool = False
    least: int | None = None

    @property
    def word(self) -> Text:
        """How the field is written in a rule."""
        return Text(spelled(self.vi), spelled(self.key))


@dataclass(frozen=True, slots=True)
class RecordType:
    """A record (bản ghi) with its fields.

    `stands_for` names the field that is meant where the record is compared or printed as
    a whole: the answer of the law stands for its value.
    """

    name: str
    fields: tuple[Field, ...]
    stands_for: str | None = None


@dataclass(frozen=True, slots=True)
class Collection:
    """What a rule may range over first: `mỗi cấu hình` (`each configuration`)."""

    name: str
    vi: str
    record: str

    @property
    def word(self) -> Text:
        """How the collection is written as one word."""
        return Text(spelled(self.vi), spelled(self.name))

    @property
    def noun(self) -> Text:
        """How the collection is written in a rule: after `mỗi` a noun keeps its spaces."""
        return Text(self.word.vi.replace("_", " "), self.word.en.replace("_", " "))


@dataclass(frozen=True, slots=True)
class Function:
    """A law function: names, types of parameters and result.

    `may_be_unknown` says that it may raise `Undecided`; only then `thiếu quy định` may ask.
    """

    name: str
    vi: str
    parameters: tuple[Type, ...]
    result: Type
    may_be_unknown: bool = True

    @property
    def word(self) -> Text:
        """How the function is written in a rule."""
        return Text(spelled(self.vi), spelled(self.name))


@dataclass(frozen=True)
class Vocabulary:
    """All words a rule may use besides the keywords.

    `called` says how dimensions, enumerations and records are called in messages, by name.
    """

    records: Mapping[str, RecordType]
    enums: Mapping[str, EnumType] = field(default_factory=lambda: MappingProxyType({}))
    collections: tuple[Collection, ...] = ()
    functions: tuple[Function, ...] = ()
    called: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))

    @cached_property
    def _fields(self) -> Mapping[str, Mapping[str, Field]]:
        return {name: _by_word(record.fields) for name, record in self.records.items()}

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, EnumValue]]:
        return {name: _by_word(enum.values) for name, enum in self.enums.items()}

    @cached_property
    def _functions(self) -> Mapping[str, Function]:
        return _by_word(self.functions)

    @cached_property
    def _collections(self) -> Mapping[str, Collection]:
        return _by_word(self.collections)

    def field(self, record: str, name: str) -> Field | None:
        """Return the field of a record type written `name`, or None."""
        return self._fields[record].get(word(name))

    def fields(self, record: str) -> tuple[Field, ...]:
        """Return the fields of a record type."""
        return self.records[record].fields

    def value(self, enum: str, name: str) -> EnumValue | None:
        """Return the value of an enumeration written `name`, or None."""
        return self._values[enum].get(word(name))

    def shown(self, enum: str, value: str) -> Text:
        """Return how a value of an enumeration reads; an unknown one as it stands."""
        for known in self.enums[enum].values:
            if known.value == value:
                return known.text
        return Text(value, value)

    def function(self, name: str) -> Function | None:
        """Return the function written `name`, or None."""
        return self._functions.get(word(name))

    def collection(self, name: str) -> Collection | None:
        """Return the collection written `name`, or None."""
        return self._collections.get(word(name))


_WordedT = TypeVar("_WordedT", Field, EnumValue, Function, Collection)


def _by_word(items: tuple[_WordedT, ...]) -> Mapping[str, _WordedT]:
    """Return items by both spellings.

    Raises:
        ValueError: One spelling means two items.
    """
    found: dict[str, _WordedT] = {}
    for item in items:
        for spelling in {word(item.word.vi), word(item.word.en)}:
            if found.setdefault(spelling, item) is not item:
                raise ValueError(f"the word {spelling} means two things")
    return found


def spelled(name: str) -> str:
    """Return a name as it is written in a rule: NFC, `_` for spaces and hyphens."""
    return unicodedata.normalize("NFC", name).replace(" ", "_").replace("-", "_")


def word(name: str) -> str:
    """Return a name as words are compared: the two ways of placing tone marks are one."""
    return tone_folded(spelled(name))
