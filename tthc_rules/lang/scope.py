"""What is known at a place in a rule (phạm vi): names, and optional fields shown to be there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from tthc_rules.lang.syntax import Place
from tthc_rules.lang.typed import Apply, Get, Has, Junction, Not, Term, Variable, meaning
from tthc_rules.lang.vocabulary import DATE, Type
from tthc_rules.model.text import Text

Key = tuple[object, ...]
"""A field below a variable or a law value: what stands for that, and the keys."""

DAY = Text("ngày_xét", "as_of")
"""The word for the day on which a document is judged."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a name stands for; without `type` its definition is at fault and was reported."""

    identity: str
    type: Type | None
    place: Place


@dataclass(frozen=True, slots=True)
class Scope:
    """The names that can be used at a place, and the optional fields known to be there.

    `wanted` is the type that the context asks for; it decides what a bare word means.
    `trusting` is set behind a condition that is itself at fault: what it would have shown
    is not known, so nothing is said about absent fields.
    """

    names: Mapping[str, Bound]
    present: frozenset[Key] = frozenset()
    wanted: Type | None = None
    trusting: bool = False

    def with_name(self, word: str, bound: Bound) -> Scope:
        """Return the scope in which `word` stands for `bound`."""
        return replace(self, names={**self.names, word: bound})

    def wanting(self, wanted: Type | None) -> Scope:
        """Return the scope of a place where the context asks for `wanted`."""
        return self if wanted == self.wanted else replace(self, wanted=wanted)

    def knowing(self, present: frozenset[Key]) -> Scope:
        """Return the scope in which `present` fields are there as well."""
        return replace(self, present=self.present | present) if present else self

    def after(self, term: Term | None, *, holds: bool) -> Scope:
        """Return the scope where a condition is true (or false); None is one at fault."""
        if term is None:
            return replace(self, trusting=True)
        return self.knowing(shown_present(term, holds=holds))

    def lets_use(self, term: Term) -> bool:
        """Return whether an optional field can be used here."""
        return self.trusting or key_of(term) in self.present


OUTSET = Scope({side: Bound("day", DATE, (0, 0)) for side in (DAY.vi, DAY.en)})
"""The scope of a rule before its first clause."""


def key_of(term: Term) -> Key | None:
    """Return the field that a term names, or None when it names none.

    A law function gives one value for the same arguments, so its fields can be shown too.
    """
    keys: list[str] = []
    while isinstance(term, Get | Has):
        keys.append(term.field.key)
        term = term.base
    if isinstance(term, Variable):
        return (term.identity, *reversed(keys))
    return (meaning(term), *reversed(keys)) if isinstance(term, Apply) else None


def shown_present(term: Term, *, holds: bool) -> frozenset[Key]:
    """Return the fields that are certainly there when `term` is true (or false).

    While one of them is absent the term is exactly false (or true), never unknown, so what
    is guarded by it is not evaluated.
    """
    match term:
        case Has() if holds:
            key = key_of(term)
            return frozenset() if key is None else frozenset({key})
        case Not(part):
            return shown_present(part, holds=not holds)
        case Junction(conjunctive, parts):
            sides = [shown_present(part, holds=holds) for part in parts]
            if conjunctive is holds:
                return frozenset().union(*sides)
            return frozenset.intersection(*sides)
    return frozenset()
