"""A rule watched at work (độ phủ): which outcomes of its conditions the cases showed.

The program of a watched rule is the usual one with statements between that note what a
condition came to and where the values of a comparison stood. It judges the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import partial

from tthc_rules.lang.assembler import assemble
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.compiler import CheckedRule, compiled
from tthc_rules.lang.coverage_goals import (
    SIDES,
    Goal,
    Question,
    Sight,
    day_goals,
    questions,
    row_goals,
    sides,
)
from tthc_rules.lang.emitter import Emitter
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.typed import Compare, Table, Term
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.model.quantities import TimeLimit


@dataclass(slots=True)
class WatchedRule:
    """A rule that notes what it was seen doing (quy tắc được xem).

    Attributes:
        rule: It judges as the plain rule does, and notes what it sees.
        goals: What should be seen of it, in the order of the text.
        seen: What was seen so far.
    """

    rule: CompiledRule
    goals: tuple[Goal, ...]
    seen: set[Goal] = field(default_factory=set)

    def judged_on(self, day: date) -> None:
        """Note that some case judges on `day`."""
        self.seen.update(goal for goal in self.goals if goal.day == day)

    @property
    def missing(self) -> tuple[Goal, ...]:
        """What no case has shown."""
        return tuple(goal for goal in self.goals if goal not in self.seen)


def watched(checked: CheckedRule, vocabulary: Vocabulary, force: Place) -> WatchedRule:
    """Return a rule that notes what its cases show.

    Args:
        checked: The rule.
        vocabulary: The words it uses.
        force: Where its periods of force stand in its text.

    Raises:
        TooIntricateError: It nests deeper than generated code may.
    """
    asked = questions(checked.rule)
    in_clauses = (goal for question in asked for goal in question.goals())
    rows = {id(table): goals for table, goals in row_goals(checked.rule)}
    in_tables = (goal for of_rows in rows.values() for goal in of_rows)
    days = day_goals(checked.head.periods, force)
    goals = tuple(dict.fromkeys((*days, *in_clauses, *in_tables)))
    seen: set[Goal] = set()
    emitter = partial(_WatchingEmitter, _by_identity(asked), rows, seen.add)
    program = assemble(checked.rule, checked.head.id, vocabulary, emitter)
    return WatchedRule(compiled(checked, program), goals, seen)


def _by_identity(asked: tuple[Question, ...]) -> Mapping[int, Question]:
    """Return questions by the identity of their terms: equal terms stand at several places."""
    return {id(question.term): question for question in asked}


class _WatchingEmitter(Emitter):
    def __init__(
        self,
        asked: Mapping[int, Question],
        rows: Mapping[int, tuple[Goal, ...]],
        note: Callable[[Goal], None],
        constants: list[object],
        on_exhausted: str,
    ) -> None:
        super().__init__(constants, on_exhausted)
        self._asked = asked
        self._rows = rows
        self._note = note

    def condition(self, term: Term) -> str:
        """Write a condition, then a call that notes its outcome."""
        held = super().condition(term)
        question = self._asked.get(id(term))
        if question is not None:
            watch = self.constant(_Outcomes(question, self._note))
            self.line(f"{watch}({held})")
        return held

    def compared(self, term: Compare, left: str, right: str) -> None:
        """Write a call that notes where the two sides of a comparison of order stand."""
        question = self._asked.get(id(term))
        if question is not None and sides(term):
            watch = self.constant(_Sides(question, self._note))
            self.line(f"{watch}({left}, {right})")

    def met(self, term: Table, rows: str) -> None:
        """Write a call that notes the one row of a table that was met."""
        goals = self._rows.get(id(term))
        if goals is not None:
            self.line(f"{self.constant(_Rows(goals, self._note))}({rows})")


@dataclass(frozen=True, slots=True)
class _Rows:
    goals: tuple[Goal, ...]
    note: Callable[[Goal], None]

    def __call__(self, rows: tuple[int, ...]) -> None:
        if len(rows) == 1:
            self.note(self.goals[rows[0]])


@dataclass(frozen=True, slots=True)
class _Outcomes:
    question: Question
    note: Callable[[Goal], None]

    def __call__(self, held: object) -> None:
        if isinstance(held, bool):
            sight = Sight.TRUE if held else Sight.FALSE
            question = self.question
            self.note(Goal(sight, question.clause, question.term.place, question.whole))


@dataclass(frozen=True, slots=True)
class _Sides:
    question: Question
    note: Callable[[Goal], None]

    def __call__(self, left: object, right: object) -> None:
        sight = side_of(left, right)
        if sight is not None:
            self.note(Goal(sight, self.question.clause, self.question.term.place))


def side_of(left: object, right: object) -> Sight | None:
    """Return where `left` stands beside `right`, None where it is not near.

    Near is one apart: of numbers one, of days a day, of time limits of one kind a unit or
    less. Money and rates have no next amount; any difference is near.
    """
    apart = Fraction(0)
    match left, right:
        case int(), int():
            apart = Fraction(left - right)
        case date(), date():
            apart = Fraction((left - right).days)
        case TimeLimit(), TimeLimit():
            if left.kind is not right.kind:
                return None
            apart = left.amount - right.amount
        case _ if left != right:
            apart = Fraction(1 if left > right else -1)  # type: ignore[operator]  # it is ordered
    if abs(apart) > 1:
        return None
    return SIDES[1 + (apart > 0) - (apart < 0)]
