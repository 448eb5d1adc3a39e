"""What is known where a condition is asked (điều đã biết): asked before, or needed by a loop.

Where `khi` held, its conditions are true in `yêu cầu`; inside `mỗi c.các_bước` the list is there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tthc_rules.lang.typed import Get, Has, Junction, Not, Rule, Term, meaning
from tthc_rules.lang.vocabulary import BOOLEAN

Meaning = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """Meanings of conditions that are true, or false, wherever a condition is asked."""

    true: frozenset[Meaning] = frozenset()
    false: frozenset[Meaning] = frozenset()

    def after(self, term: Term, *, holds: bool) -> Known:
        """Return what is known where `term` was just found to hold, or not to hold."""
        match term:
            case Not(part):
                return self.after(part, holds=not holds)
            case Junction(conjunctive, joined) if conjunctive is holds:
                known = self
                for part in joined:
                    known = known.after(part, holds=holds)
                return known
        one = frozenset({meaning(term)})
        if holds:
            return replace(self, true=self.true | one)
        return replace(self, false=self.false | one)

    def possible(self, term: Term) -> tuple[bool, ...]:
        """Return the outcomes that `term` can still have."""
        what = meaning(term)
        if what in self.true:
            return (True,)
        return (False,) if what in self.false else (True, False)


def from_loops(rule: Rule) -> Known:
    """Return what the loops of a rule need: every record and list on the way is there."""
    known = Known()
    for loop in rule.loops:
        term: Term | None = loop.base
        for field in loop.keys if term is not None else ():
            assert term is not None  # noqa: S101 - a loop with keys has a base
            place = term.place
            known = known.after(Has(term, field, BOOLEAN, place), holds=True)
            term = Get(term, field, field.type, place)
    return known


def clauses(rule: Rule) -> Iterator[tuple[str, Term, Known]]:
    """Yield the deciding clauses as they are asked, each with what is known there.

    The first part is a key of `words.LABELS`.
    """
    known = from_loops(rule)
    if rule.when is not None:
        yield "WHEN", rule.when, known
        known = known.after(rule.when, holds=True)
    for exempt in rule.exempts:
        yield "UNLESS", exempt.condition, known
        known = known.after(exempt.condition, holds=False)
    yield "REQUIRE", rule.require, known
