"""A compiled rule (quy tắc đã dịch): data and a code object, ready to judge documents.

Everything in it can be pickled, so a cache of compiled rules needs neither the parser nor
the checker.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType
from typing import NamedTuple, TypeAlias, cast

from tthc_rules.diagnostics import Message, Severity, Verdict
from tthc_rules.lang import runtime, tables
from tthc_rules.lang.syntax import Citation
from tthc_rules.lang.typed import Template
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.model.values import REFUSED, Tree, Value
from tthc_rules.source import Pointer

Functions: TypeAlias = "Mapping[str, Callable[..., Value]]"

PASSED, VIOLATED, NOT_APPLICABLE, UNDECIDED, UNREAD_LIST = range(5)
"""What generated code says of one instantiation."""

_Entry: TypeAlias = "tuple[int, object, tuple[int, ...], tuple[object, ...] | None]"
_Judge: TypeAlias = "Callable[[Tree, Functions, date, bool], tuple[int, int, list[_Entry]]]"
_Detail: TypeAlias = (
    "Callable[[tuple[object, ...], Functions, date], tuple[list[object], list[str], object]]"
)

_RUNTIME: Mapping[str, object] = MappingProxyType(
    {
        "R": REFUSED,
        "U": Undecided,
        "G": Gap,
        "add": runtime.add,
        "subtract": runtime.subtract,
        "multiply": runtime.multiply,
        "total": runtime.total,
        "extreme": runtime.extreme,
        "fact": runtime.fact,
        "chosen": tables.chosen,
        "agreed": tables.agreed,
    }
)


@dataclass(frozen=True, slots=True)
class LoopPath:
    """Where the items of a loop are: below the item of loop `base`, under `keys`."""

    base: int
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Replacement:
    """A value that would remove the violation (cách sửa), and where it goes."""

    pointer: Pointer
    value: Value


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a rule says of one instantiation of its loops (kết luận).

    Attributes:
        verdict: What it says.
        pointer: The place, from the root of the judged document; its last keys may be
            absent there.
        message: For a violation, in both languages.
        help: What to do, where the rule says so.
        values: The placeholders of the message as they read, in the rule's order.
        reason: Why the verdict is undecided.
        facts: Canonical values the verdict rests on, as `path=value`.
        fix: The rule's correction, where one can be computed.
        exemption: The provision that makes the rule not applicable, for an exception.
    """

    verdict: Verdict
    pointer: Pointer
    message: Text | None = None
    help: Text | None = None
    values: tuple[Text, ...] = ()
    reason: Message | None = None
    facts: tuple[str, ...] = ()
    fix: Replacement | None = None
    exemption: Citation | None = None


class Judgement(NamedTuple):
    """What a rule says of one document: how often it passed, and what else it found.

    One is made for every rule and document, hence the cheapest of values.
    """

    passed: int
    not_applicable: int
    concerns: tuple[Outcome, ...]


@cache
def _quiet(passed: int, not_applicable: int) -> Judgement:
    """Return a judgement without concerns, of which there are few that differ."""
    return Judgement(passed, not_applicable, ())


@dataclass(frozen=True)
class CompiledRule:
    """A rule ready to judge (quy tắc).

    Attributes:
        id: `<topic>/<name>`.
        titles: Its title in both languages.
        severity: Of its violations.
        suppressible: Whether a violation may be suppressed.
        citations: The provisions it rests on; `convention` when (also) a technical
            convention.
        periods: The days on which it holds; the caller asks `in_force` first.
        collection: What it ranges over first, by the English name of the vocabulary.
        silences: Rules that say nothing where this one finds a violation.
        exemptions: The provisions of its exceptions.
        loops: Where the items of each loop are; the first is the document itself.
        at: Loop and keys of the place that is underlined.
        fact_paths: Loop and keys of the values that `require` reads.
        message: Its template; numbers are placeholders.
        help: What to do.
        words: For each placeholder, how the values of its enumeration read.
        fix_at: Loop and keys that a correction replaces.
        functions: Law functions it calls, by English name.
        constants: Constants of the code, by number.
        program: The marshalled code object; it defines `judge` and `detail`.
    """

    id: str
    titles: Text
    severity: Severity
    suppressible: bool
    citations: tuple[Citation, ...]
    convention: bool
    periods: tuple[Validity, ...]
    collection: str
    silences: tuple[str, ...]
    exemptions: tuple[Citation, ...]
    loops: tuple[LoopPath, ...]
    at: LoopPath
    fact_paths: tuple[LoopPath, ...]
    message: Template
    help: Template | None
    words: tuple[Mapping[str, Text] | None, ...]
    fix_at: LoopPath | None
    functions: tuple[str, ...]
    constants: tuple[object, ...]
    program: bytes

    def in_force(self, day: date) -> bool:
        """Return whether the rule holds on `day`."""
        return any(period.covers(day) for period in self.periods)

    def evaluate(self, subject: Tree, functions: Functions, day: date) -> Iterator[Outcome]:
        """Yield the outcome of every instantiation of the loops, in document order.

        Args:
            subject: The document, an item of the rule's collection.
            functions: The law functions by English name; they may raise `Undecided`.
            day: The day on which the document is judged.
        """
        _, _, entries = self._judge(subject, functions, day, True)
        for entry in entries:
            yield self._outcome(entry, functions, day)

    def judge(self, subject: Tree, functions: Functions, day: date) -> Judgement:
        """Return the violations and undecided outcomes, and how many there were of the rest.

        The same as `evaluate`, without making an outcome for what needs no word.
        """
        passed, not_applicable, entries = self._judge(subject, functions, day, False)
        if not entries:
            return _quiet(passed, not_applicable)
        concerns = tuple(self._outcome(entry, functions, day) for entry in entries)
        return Judgement(passed, not_applicable, concerns)

    def __getstate__(self) -> dict[str, object]:
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}

    @cached_property
    def _namespace(self) -> Mapping[str, object]:
        namespace: dict[str, object] = dict(_RUNTIME)
        namespace.update((f"k{number}", value) for number, value in enumerate(self.constants))
        exec(marshal.loads(self.program), namespace)  # noqa: S102, S302 - made by the assembler
        return namespace

    @cached_property
    def _judge(self) -> _Judge:
        return cast("_Judge", self._namespace["judge"])

    @cached_property
    def _detail(self) -> _Detail:
        return cast("_Detail", self._namespace["detail"])

    def _outcome(self, entry: _Entry, functions: Functions, day: date) -> Outcome:
        code, extra, indexes, values = entry
        if code == PASSED:
            return Outcome(Verdict.PASS, self._place(self.at, indexes))
        if code == NOT_APPLICABLE:
            exemption = None if extra is None else self.exemptions[cast("int", extra)]
            place = self._place(self.at, indexes)
            return Outcome(Verdict.NOT_APPLICABLE, place, exemption=exemption)
        if code == VIOLATED:
            return self._violation(indexes, cast("tuple[object, ...]", values), functions, day)
        reason = extra.reason if isinstance(extra, Undecided) else cast("Message", extra)
        return Outcome(Verdict.UNDECIDED, self._unread(code, indexes), reason=reason)

    def _violation(
        self,
        indexes: tuple[int, ...],
        values: tuple[object, ...],
        functions: Functions,
        day: date,
    ) -> Outcome:
        placeholders, facts, correction = self._detail(values, functions, day)
        texts = tuple(
            runtime.shown(value, None if words is None else _lookup(words))
            for value, words in zip(placeholders, self.words, strict=True)
        )
        fix = None
        if self.fix_at is not None and not isinstance(correction, Undecided):
            fix = Replacement(self._place(self.fix_at, indexes), cast("Value", correction))
        return Outcome(
            Verdict.VIOLATION,
            self._place(self.at, indexes),
            message=_filled(self.message, texts),
            help=None if self.help is None else _filled(self.help, texts),
            values=texts,
            facts=tuple(facts),
            fix=fix,
        )

    def _unread(self, code: int, indexes: tuple[int, ...]) -> Pointer:
        """Return the place of an undecided outcome: an item, or a list that was not read."""
        if code == UNREAD_LIST:
            loop = self.loops[len(indexes) + 1]
            return (*self._item(loop.base, indexes), *loop.keys)
        if len(indexes) + 1 < len(self.loops) or self.at.base > len(indexes):
            return self._item(len(indexes), indexes)
        return self._place(self.at, indexes)

    def _item(self, loop: int, indexes: tuple[int, ...]) -> Pointer:
        if loop == 0:
            return ()
        path = self.loops[loop]
        return (*self._item(path.base, indexes), *path.keys, indexes[loop - 1])

    def _place(self, path: LoopPath, indexes: tuple[int, ...]) -> Pointer:
        return (*self._item(path.base, indexes), *path.keys)


def _lookup(words: Mapping[str, Text]) -> Callable[[str], Text]:
    return lambda value: words.get(value) or Text(value, value)


def _filled(template: Template, texts: tuple[Text, ...]) -> Text:
    return Text(
        "".join(piece if isinstance(piece, str) else texts[piece].vi for piece in template.vi),
        "".join(piece if isinstance(piece, str) else texts[piece].en for piece in template.en),
    )
