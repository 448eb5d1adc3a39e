"""A rule changed in one place (đột biến quy tắc): does any case notice?

Each mutant is a slip that an author may make or overlook: a comparison, a constant, a
connective, a negation, a quantifier, a condition or an exception left out, a period a day
off. Mutants whose program is that of the rule, or of an earlier mutant, are left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from tthc_rules.diagnostics import Message
from tthc_rules.lang.assembler import Program, assemble
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.compiler import CheckedRule, compiled
from tthc_rules.lang.coverage_goals import deciding
from tthc_rules.lang.emitter import TooIntricateError
from tthc_rules.lang.implied import clauses, from_loops
from tthc_rules.lang.mutate_terms import Mutator, Variant
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.typed import Constant, Junction, Rule, Term
from tthc_rules.lang.vocabulary import BOOLEAN, Vocabulary
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity

_ONE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Mutant:
    """A rule with one change (đột biến).

    Attributes:
        rule: The changed rule.
        place: Where it was changed, in the text of the rule.
        change: What was changed, as a message that wants the text at `place` as `text`.
    """

    rule: CompiledRule
    place: Place
    change: Message


def mutants(checked: CheckedRule, vocabulary: Vocabulary, force: Place) -> Iterator[Mutant]:
    """Yield every mutant of a rule.

    Args:
        checked: The rule.
        vocabulary: The words it uses.
        force: Where its periods of force stand in its text.
    """
    plain = assemble(checked.rule, checked.head.id, vocabulary)
    for periods, change in _other_periods(checked.head.periods):
        changed = replace(checked, head=replace(checked.head, periods=periods))
        yield Mutant(compiled(changed, plain), force, change)
    known = {_content(plain)}
    for rule, variant in _other_rules(checked.rule, vocabulary):
        try:
            program = assemble(rule, checked.head.id, vocabulary)
        except TooIntricateError:
            continue  # only the change makes it so: there is nothing to run
        if _content(program) not in known:
            known.add(_content(program))
            mutant = compiled(replace(checked, rule=rule), program)
            yield Mutant(mutant, variant.place, variant.change)


def _content(program: Program) -> tuple[str, tuple[str, ...]]:
    """Return what tells one program from another: its statements and its constants."""
    return program.source, tuple(map(repr, program.constants))


def _other_rules(rule: Rule, vocabulary: Vocabulary) -> Iterator[tuple[Rule, Variant]]:
    """Yield a rule with every change to what it asks, in the order it is asked."""
    asked = list(clauses(rule))
    decisive = tuple(deciding(rule, (term for _, term, _ in asked)))
    named = Mutator(vocabulary, from_loops(rule))
    for number, let in enumerate(rule.lets):
        if let in decisive:
            asks = named.condition if let.value.type == BOOLEAN else named.value
            before, after = rule.lets[:number], rule.lets[number + 1 :]
            for variant in asks(let.value):
                changed = replace(let, value=variant.term)
                yield replace(rule, lets=(*before, changed, *after)), variant
    exempts = iter(range(len(rule.exempts)))
    for clause, term, known in asked:
        mutator = Mutator(vocabulary, known)
        if clause == "WHEN":
            yield from _other_when(rule, term, mutator)
        elif clause == "UNLESS":
            yield from _other_exempt(rule, next(exempts), mutator)
        else:
            for variant in mutator.condition(term):
                yield replace(rule, require=variant.term), variant


def _other_when(rule: Rule, when: Term, mutator: Mutator) -> Iterator[tuple[Rule, Variant]]:
    joined = isinstance(when, Junction) and when.conjunctive
    if not joined and not isinstance(when, Constant):
        dropped = Message("test/survivor.dropped")
        yield replace(rule, when=None), Variant(when, when.place, dropped)
    for variant in mutator.condition(when):
        yield replace(rule, when=variant.term), variant


def _other_exempt(rule: Rule, number: int, mutator: Mutator) -> Iterator[tuple[Rule, Variant]]:
    exempt = rule.exempts[number]
    before, after = rule.exempts[:number], rule.exempts[number + 1 :]
    dropped = Message("test/survivor.exception-dropped")
    place = exempt.condition.place
    yield replace(rule, exempts=(*before, *after)), Variant(exempt.condition, place, dropped)
    for variant in mutator.condition(exempt.condition):
        changed = replace(exempt, condition=variant.term)
        yield replace(rule, exempts=(*before, changed, *after)), variant


_Periods = tuple[Validity, ...]


def _other_periods(periods: _Periods) -> Iterator[tuple[_Periods, Message]]:
    """Yield periods with one boundary moved by a day."""
    for number, period in enumerate(periods):
        for step in (-_ONE, _ONE):
            for name in ("start", "end"):
                day = getattr(period, name)
                moved = _moved(period, name, step)
                if moved is not None:
                    values = {"before": shown_day(day), "after": shown_day(day + step)}
                    others = (*periods[:number], moved, *periods[number + 1 :])
                    yield others, Message(f"test/survivor.{name}", values)


def _moved(period: Validity, name: str, step: timedelta) -> Validity | None:
    start, end = period.start, period.end
    if name == "start" and start is not None:
        start += step
    elif name == "end" and end is not None:
        end += step
    else:
        return None
    if start is not None and end is not None and end <= start:
        return None
    return Validity(start, end)


def shown_day(day: date) -> Text:
    """Return a day as it reads in both languages."""
    return Text(f"{day:%d/%m/%Y}", day.isoformat())
