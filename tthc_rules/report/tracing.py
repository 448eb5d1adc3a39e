"""How a rule came to its verdict, in words (giải thích kết luận): values, answers, clauses.

Both languages at once; who prints chooses. Indentation shows what belongs to what.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from tthc_rules.diagnostics import Message
from tthc_rules.lang import runtime
from tthc_rules.lang.compiler import CheckedRule
from tthc_rules.lang.plain import phrase
from tthc_rules.lang.trace import ClauseStep, Step, Trace
from tthc_rules.lang.typed import Apply, Junction, Not, Quantified, Term
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, Enumeration, ListOf, Record, Vocabulary
from tthc_rules.lang.words import LABELS
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED
from tthc_rules.report.messages import both

MOST_ITEMS: Final = 8
"""How many items of a quantifier are shown; the last ones, where it was settled."""

_NAMES: Final = (
    *("id", "channel", "charge", "instrument", "number"),
    *("code", "procedure", "role", "system", "name"),
)
"""Fields by which a record is told from others, the surest first."""


class TraceWriter:
    """Writes the traces of one rule.

    Args:
        checked: The rule.
        vocabulary: The words it uses.
    """

    def __init__(self, checked: CheckedRule, vocabulary: Vocabulary) -> None:
        self._checked = checked
        self._vocabulary = vocabulary

    def lines(self, trace: Trace) -> Iterator[Text]:
        """Yield what was looked at, clause by clause, then what settled it."""
        items = [
            self._binding(Text(loop.variable.word, loop.variable.word), _name(item))
            for loop, item in zip(self._checked.rule.loops, trace.items, strict=False)
        ]
        if items:
            yield both(Message("trace/items", {"items": _joined(items)}))
        for clause in trace.clauses:
            yield from self._clause(clause)
        reason = self.reason(trace)
        if reason is not None:
            yield reason

    def reason(self, trace: Trace) -> Text | None:
        """Return what settled the outcome: the smallest claim that did, or why none could."""
        if trace.outcome.reason is not None:
            reason = both(trace.outcome.reason)
            return both(Message("trace/because-unknown", {"reason": reason}))
        if not trace.clauses:
            return None
        last = trace.clauses[-1]
        if last.step.came_to is True and last.kind == "REQUIRE":
            return None
        settling = _settling(last.step)
        key = "trace/because-true" if settling.came_to is True else "trace/because-false"
        values = {"clause": LABELS[last.kind].text, "claim": self._phrase(settling.term)}
        return both(Message(key, values))

    def _clause(self, clause: ClauseStep) -> Iterator[Text]:
        step = clause.step
        label = LABELS[clause.kind].text
        if clause.kind == "LET":
            head = self._binding(self._phrase(step.term), self._value(step))
            yield Text(f"{label.vi}: {head.vi}", f"{label.en}: {head.en}")
            for part in step.parts:
                answered = isinstance(part.term, Apply) and part.came_to is step.came_to
                yield from self._asked(part, 1, told=True) if answered else self._step(part, 1)
            return
        held = self._outcome(step)
        yield Text(f"{label.vi}: {held.vi}", f"{label.en}: {held.en}")
        if isinstance(step.term, Junction):
            yield from self._under(step.parts, 1)
        else:
            yield from self._step(step, 1)

    def _under(self, steps: Iterable[Step], depth: int) -> Iterator[Text]:
        for step in steps:
            yield from self._step(step, depth)

    def _step(self, step: Step, depth: int) -> Iterator[Text]:
        if isinstance(step.term, Apply):
            yield from self._asked(step, depth, told=False)
            return
        if step.term.type == BOOLEAN:
            claim, held = self._phrase(step.term), self._outcome(step)
            yield _indented(Text(f"{claim.vi}: {held.vi}", f"{claim.en}: {held.en}"), depth)
            yield from self._parts(step, depth + 1)
            return
        if _is_shown(step):
            value = self._binding(self._phrase(step.term), self._value(step))
            yield _indented(value, depth)
            depth += 1
        yield from self._under(step.parts, depth)

    def _parts(self, step: Step, depth: int) -> Iterator[Text]:
        parts = step.parts
        if isinstance(step.term, Quantified):
            first = next(
                (part for part in (step.term.such_that, step.term.body) if part is not None), None
            )
            starts = [number for number, part in enumerate(parts) if part.term == first]
            if len(starts) > MOST_ITEMS:
                left_out = str(len(starts) - MOST_ITEMS)
                parts = parts[starts[-MOST_ITEMS] :]
                yield _indented(both(Message("trace/left-out", {"n": left_out})), depth)
        if isinstance(step.term, Not) and len(parts) == 1 and not parts[0].parts:
            return  # the claim said it already
        yield from self._under(parts, depth)

    def _asked(self, step: Step, depth: int, *, told: bool) -> Iterator[Text]:
        arguments = zip(_arguments(step.term), step.asked, strict=False)
        given = [self._binding(self._phrase(term), _name(value)) for term, value in arguments]
        values: dict[str, Text | str] = {
            "function": _words(step.term),
            "given": _joined(given),
            "answer": self._value(step),
        }
        key = "trace/asked" if told else "trace/answered"
        yield _indented(both(Message(key, values)), depth)
        inner = [part for part in step.parts if isinstance(part.term, Apply)]
        yield from self._under(inner, depth + 1)

    # Words

    def _phrase(self, term: Term) -> Text:
        return phrase(term, self._checked, self._vocabulary)

    @staticmethod
    def _binding(name: Text, value: Text) -> Text:
        return name if name == value else Text(f"{name.vi} = {value.vi}", f"{name.en} = {value.en}")

    def _outcome(self, step: Step) -> Text:
        if isinstance(step.came_to, Undecided):
            reason = both(step.came_to.reason)
            return both(Message("trace/unknown", {"reason": reason}))
        return runtime.shown(step.came_to, None)

    def _value(self, step: Step) -> Text:
        """Return a value in words: of an answer of the law, field by field."""
        if isinstance(step.came_to, Undecided):
            return self._outcome(step)
        kind = step.term.type
        if isinstance(kind, Record) and isinstance(step.came_to, Mapping):
            return self._record(kind.name, step.came_to)
        return self._shown(step.came_to, kind)

    def _record(self, name: str, record: Mapping[str, object]) -> Text:
        found = []
        for field in self._vocabulary.fields(name):
            value = record.get(field.key)
            if value is None or isinstance(value, Mapping):
                continue
            word = Text(field.word.vi.replace("_", " "), field.word.en.replace("_", " "))
            text = self._shown(value, field.type)
            if not text.vi:
                continue
            found.append(Text(f"{word.vi}: {text.vi}", f"{word.en}: {text.en}"))
        return _joined(found)

    def _shown(self, value: object, kind: object) -> Text:
        if isinstance(value, tuple):
            if not value:
                return both(Message("trace/none"))
            item = kind.item if isinstance(kind, ListOf) else kind
            return _joined([self._shown(one, item) for one in value])
        if isinstance(value, Mapping):
            return _name(value)
        if isinstance(kind, Enumeration) and isinstance(value, str):
            return self._vocabulary.shown(kind.name, value)
        return runtime.shown(value, None)


def _settling(step: Step) -> Step:
    """Return the smallest step that made a clause true or false."""
    if isinstance(step.term, Not) and len(step.parts) == 1:
        return _settling(step.parts[0])
    if isinstance(step.term, Junction):
        decisive = [part for part in step.parts if part.came_to is step.came_to]
        alone = len(decisive) == 1 or step.term.conjunctive is not step.came_to
        if decisive and alone:
            return _settling(decisive[0])
    return step


def _is_shown(step: Step) -> bool:
    """Return whether a value says something by itself: no record, no list of records."""
    kind = step.term.type
    kind = kind.item if isinstance(kind, ListOf) else kind
    return not isinstance(kind, Record)


def _arguments(term: Term) -> tuple[Term, ...]:
    return term.arguments if isinstance(term, Apply) else ()


def _words(term: Term) -> Text:
    word = term.function.word if isinstance(term, Apply) else Text("", "")
    return Text(word.vi.replace("_", " "), word.en.replace("_", " "))


def _name(value: object) -> Text:
    """Return what tells a value from others: of a record, the field that names it."""
    if isinstance(value, Mapping):
        for key in _NAMES:
            found = value.get(key)
            if isinstance(found, str):
                place = value.get("territory")
                name = f"{found} @ {place}" if isinstance(place, str) else found
                return Text(name, name)
        return Text("…", "…")
    if isinstance(value, tuple):
        return _joined([_name(one) for one in value]) if value else Text("[]", "[]")
    return runtime.UNKNOWN if value is REFUSED else runtime.shown(value, None)


def _joined(texts: Iterable[Text]) -> Text:
    known = tuple(texts)
    return Text("; ".join(one.vi for one in known), "; ".join(one.en for one in known))


def _indented(text: Text, depth: int) -> Text:
    return Text(f"{'  ' * depth}{text.vi}", f"{'  ' * depth}{text.en}")
