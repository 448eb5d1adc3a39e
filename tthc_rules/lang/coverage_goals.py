"""What the cases of a rule must show (điều cần thấy), read from what the rule means.

Each clause that decides and each atomic condition in it: once true, once false. Each
comparison of order: the values equal, just below, just above. Each row of a table that
decides: once met. Each period of force: its first and last day, the day before and the day
after. What can be proved never to happen is no goal.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import Final, TypeAlias

from tthc_rules.lang.amounts import least_of, whole
from tthc_rules.lang.implied import Known, clauses, from_loops
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.typed import (
    Aggregate,
    Compare,
    Constant,
    Junction,
    Let,
    Not,
    Quantified,
    Rule,
    Table,
    Term,
    Variable,
    needed,
    parts,
    walk,
)
from tthc_rules.lang.vocabulary import BOOLEAN
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.quantities import Rate, TimeLimit
from tthc_rules.model.validity import Validity


class Sight(Enum):
    """What is to be seen (cảnh cần thấy)."""

    TRUE = "true"
    FALSE = "false"
    EQUAL = "equal"
    BELOW = "below"
    ABOVE = "above"
    ROW = "row"
    DAY_BEFORE = "day-before"
    FIRST_DAY = "first-day"
    LAST_DAY = "last-day"
    DAY_AFTER = "day-after"


@dataclass(frozen=True, slots=True)
class Goal:
    """One thing that some case must show (điều cần thấy).

    Attributes:
        sight: What is to be seen.
        clause: The clause it belongs to, a key of `words.LABELS`.
        place: Where the condition, or the periods of force, stand in the text of the rule.
        whole: Whether the condition is all of its clause.
        day: The day of a period's boundary.
    """

    sight: Sight
    clause: str
    place: Place
    whole: bool = False
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A condition whose outcome is watched, with what of it can happen (điều kiện được xem)."""

    clause: str
    term: Term
    whole: bool
    possible: tuple[bool, ...]

    def goals(self) -> Iterator[Goal]:
        """Yield what must be seen of it."""
        for outcome in self.possible:
            sight = Sight.TRUE if outcome else Sight.FALSE
            yield Goal(sight, self.clause, self.term.place, self.whole)
        if isinstance(self.term, Compare):
            for sight in sides(self.term):
                yield Goal(sight, self.clause, self.term.place)


SIDES: Final = (Sight.BELOW, Sight.EQUAL, Sight.ABOVE)
_EQUALITY: Final = (Comparison.EQ, Comparison.NE)


def questions(rule: Rule) -> tuple[Question, ...]:
    """Return the conditions that decide what a rule says, in the order they are asked."""
    found: list[Question] = []
    asked: list[Term] = []
    for clause, term, known in clauses(rule):
        found.extend(_clause(clause, term, known))
        asked.append(term)
    known = from_loops(rule)
    for let in deciding(rule, asked):
        inside = _atoms if let.value.type == BOOLEAN else _inner
        found.extend(
            Question("LET", atom, False, possible) for atom, possible in inside(let.value, known)
        )
    return tuple(found)


def row_goals(rule: Rule) -> Iterator[tuple[Table, tuple[Goal, ...]]]:
    """Yield the tables that decide something, each with a goal for each of its rows."""
    asked = [(clause, term) for clause, term, _ in clauses(rule)]
    named = [("LET", let.value) for let in deciding(rule, (term for _, term in asked))]
    for clause, term in (*asked, *named):
        for part in walk(term):
            if isinstance(part, Table):
                yield (
                    part,
                    tuple(
                        Goal(Sight.ROW, clause, (cells[0].place[0], cells[-1].place[1]))
                        for cells in part.cells
                    ),
                )


def day_goals(periods: Iterable[Validity], place: Place) -> Iterator[Goal]:
    """Yield the days on which a case must be judged: both sides of every boundary.

    Args:
        periods: The periods of force.
        place: Where they stand in the text of the rule.
    """
    one = timedelta(days=1)
    for period in periods:
        if period.start is not None:
            yield Goal(Sight.DAY_BEFORE, "FORCE", place, day=period.start - one)
            yield Goal(Sight.FIRST_DAY, "FORCE", place, day=period.start)
        if period.end is not None:
            yield Goal(Sight.LAST_DAY, "FORCE", place, day=period.end - one)
            yield Goal(Sight.DAY_AFTER, "FORCE", place, day=period.end)


def sides(term: Compare) -> tuple[Sight, ...]:
    """Return on which sides of each other the values of a comparison of order can stand."""
    if term.comparison in _EQUALITY:
        return ()
    if isinstance(term.right, Constant):
        return tuple(side for side in SIDES if _reached(term.left, term.right, side))
    if isinstance(term.left, Constant):
        mirrored = dict(zip(SIDES, reversed(SIDES), strict=True))
        return tuple(side for side in SIDES if _reached(term.right, term.left, mirrored[side]))
    return SIDES


def _reached(term: Term, bound: Constant, side: Sight) -> bool:
    """Return whether a value can stand on a side of a constant."""
    number, least = whole(bound.value), least_of(term)
    if number is not None and least is not None:
        return number + SIDES.index(side) - 1 >= least
    match bound.value:
        case TimeLimit(amount=amount) | Rate(payable=amount) if amount == 0:
            return side is not Sight.BELOW
    return True


def _clause(clause: str, term: Term, known: Known) -> Iterator[Question]:
    """Yield the questions of a clause: the whole of it, then its atomic conditions."""
    atoms = list(_atoms(term, known))
    if not any(atom is term for atom, _ in atoms):
        yield Question(clause, term, True, known.possible(term))
    for atom, possible in atoms:
        yield Question(clause, atom, atom is term, possible)


_Atom: TypeAlias = "tuple[Term, tuple[bool, ...]]"


def _atoms(term: Term, known: Known) -> Iterator[_Atom]:
    """Yield the conditions that are no `và`, `hoặc`, `không` of others, with what can happen."""
    match term:
        case Not(part):
            yield from _atoms(part, known)
        case Junction(conjunctive, joined):
            for part in joined:
                yield from _atoms(part, known)
                known = known.after(part, holds=conjunctive)
        case Constant():
            return
        case Variable(identity) if identity.startswith("l"):
            return
        case _:
            yield term, known.possible(term)
            yield from _inner(term, known)


def _inner(term: Term, known: Known) -> Iterator[_Atom]:
    """Yield the conditions inside the quantifiers and aggregates of a term."""
    if not isinstance(term, Quantified | Aggregate):
        for part in parts(term):
            yield from _inner(part, known)
        return
    if term.source is not None:
        yield from _inner(term.source, known)
    if term.such_that is not None:
        yield from _atoms(term.such_that, known)
        known = known.after(term.such_that, holds=True)
    if isinstance(term, Aggregate):
        yield from _inner(term.item, known)
    elif term.body is not None:
        yield from _atoms(term.body, known)


def deciding(rule: Rule, asked: Iterable[Term]) -> Iterator[Let]:
    """Yield the named values that decide something, not those that only a message tells.

    Args:
        rule: The rule that names them.
        asked: What its deciding clauses ask.
    """
    used = needed(rule.lets, asked)
    yield from (let for let in rule.lets if let.variable.identity in used)
