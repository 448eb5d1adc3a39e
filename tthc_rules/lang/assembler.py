"""From a rule's meaning to its program (lắp mã): the functions `judge` and `detail`.

`judge` says of every instantiation of the loops whether the rule is met and keeps the
values a message may need; `detail` runs only on a violation.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from tthc_rules.diagnostics import Message
from tthc_rules.lang.compiled import (
    NOT_APPLICABLE,
    PASSED,
    UNDECIDED,
    UNREAD_LIST,
    VIOLATED,
    LoopPath,
)
from tthc_rules.lang.emitter import Emitter
from tthc_rules.lang.meaning import paths_read
from tthc_rules.lang.runtime import TOO_MANY_STEPS
from tthc_rules.lang.typed import Let, Loop, PathTo, Rule, Term, Variable, needed
from tthc_rules.lang.vocabulary import BOOLEAN, Enumeration, ListOf, Record, Vocabulary
from tthc_rules.model.text import Text

MakeEmitter: TypeAlias = "Callable[[list[object], str], Emitter]"
"""Makes the writer of one function, from its constants and what ends it when exhausted."""


@dataclass(frozen=True, slots=True)
class Program:
    """The compiled parts of a rule; see `CompiledRule`."""

    loops: tuple[LoopPath, ...]
    at: LoopPath
    fact_paths: tuple[LoopPath, ...]
    words: tuple[Mapping[str, Text] | None, ...]
    fix_at: LoopPath | None
    functions: tuple[str, ...]
    constants: tuple[object, ...]
    source: str
    code: bytes


def assemble(
    rule: Rule, rule_id: str, vocabulary: Vocabulary, emitter: MakeEmitter = Emitter
) -> Program:
    """Return the program of a rule.

    Args:
        rule: What it means.
        rule_id: Names its code.
        vocabulary: Knows how values of enumerations read.
        emitter: Writes its statements; another one than usual may watch the rule at work.

    Raises:
        TooIntricateError: It nests deeper than generated code may.
    """
    constants: list[object] = []
    assembler = _Assembler(rule, constants, emitter)
    facts = _fact_paths(rule)
    judge = assembler.judge()
    detail = assembler.detail(facts)
    source = "\n".join((*judge.lines, *detail.lines, ""))
    code = compile(source, f"<rule {rule_id}>", "exec")
    return Program(
        tuple(_loop_path(loop) for loop in rule.loops),
        _path(rule.at),
        facts,
        tuple(_words(term, vocabulary) for term in rule.placeholders),
        None if rule.fix is None else _path(rule.fix[0]),
        tuple(sorted(judge.functions | detail.functions)),
        tuple(constants),
        source,
        marshal.dumps(code),
    )


class _Assembler:
    def __init__(self, rule: Rule, constants: list[object], emitter: MakeEmitter) -> None:
        self._rule = rule
        self._constants = constants
        self._emitter = emitter
        self._steps = Emitter(constants, "").constant(TOO_MANY_STEPS)
        early = tuple(let for let in rule.lets if let.early)
        asked = (*(exempt.condition for exempt in rule.exempts), rule.require)
        wanted = needed(rule.lets, asked)
        self._early = early
        self._late = tuple(
            let for let in rule.lets if not let.early and let.variable.identity in wanted
        )
        self._told = tuple(
            let for let in rule.lets if not let.early and let.variable.identity not in wanted
        )

    def judge(self) -> Emitter:
        """Return the statements of `judge(document, functions, day, every)`.

        It returns how often the rule was met and how often it did not apply, and an entry
        for each other instantiation; with `every`, for each one.
        """
        out = self._emitter(self._constants, self._exhausted(""))
        self._loops(out, 1, "")
        head = ["def judge(v0, F, day, every):", *_bound(out), " n = met = idle = 0", " out = []"]
        out.lines[:0] = head
        out.lines.append(" return met, idle, out")
        return out

    def detail(self, facts: tuple[LoopPath, ...]) -> Emitter:
        """Return the statements of `detail(values, functions, day)`."""
        out = Emitter(self._constants, f"raise U({self._steps})")
        for let in self._told:
            self._let(out, let)
        names = []
        for number, term in enumerate(self._rule.placeholders):
            names.append(f"p{number}")
            self._held(out, f"p{number}", term)
        fix = "None"
        if self._rule.fix is not None:
            fix = "fix"
            self._held(out, fix, self._rule.fix[1])
        texts = ", ".join(f"fact(v{path.base}, {path.keys!r})" for path in facts)
        kept = "".join(f"{name}, " for name in self._kept())
        head = ["def detail(values, F, day):", *_bound(out), " n = 0", f" {kept}= values"]
        out.lines[:0] = head
        out.line(f"return [{', '.join(names)}], [{texts}], {fix}")
        return out

    def _kept(self) -> list[str]:
        names = [loop.variable.identity for loop in self._rule.loops]
        for let in (*self._early, *self._late):
            names.append(let.variable.identity)
            if let.value.type != BOOLEAN:
                names.append(f"{let.variable.identity}u")
        return names

    def _exhausted(self, indexes: str) -> str:
        entry = f"({UNDECIDED}, {self._steps}, ({indexes}), None)"
        return f"out.append({entry}); return met, idle, out"

    def _held(self, out: Emitter, name: str, term: Term) -> None:
        out.guarded(name, term.place, lambda: out.line(f"{name} = {out.value(term)}"))

    def _let(self, out: Emitter, let: Let) -> None:
        name = let.variable.identity
        if let.value.type == BOOLEAN:
            out.line(f"{name} = {out.condition(let.value)}")
            out.named(let, name)
            return
        out.line(f"{name} = {name}u = None")
        with out.inside("try:", let.value.place, block=True):
            out.line(f"{name} = {out.value(let.value)}")
        with out.inside("except U as e:", let.value.place):
            out.line(f"{name}u = e.with_traceback(None)")
        out.named(let, f"{name} if {name}u is None else {name}u")

    def _loops(self, out: Emitter, number: int, indexes: str) -> None:
        if number == len(self._rule.loops):
            self._body(out, indexes)
            return
        loop = self._rule.loops[number]
        place = loop.variable.place
        source = self._list(out, loop, indexes)
        index, name = f"i{number}", loop.variable.identity
        inner = f"{indexes}{index}, "
        with out.inside(f"for {index}, {name} in enumerate({source}):", place, block=True):
            out.on_exhausted = self._exhausted(inner)
            out.step(place)
            with out.inside(f"if {name} is R:", place):
                path = ".".join(field.key for field in loop.keys)
                reason = out.constant(Message("lang/unread-value", {"path": path}))
                out.line(f"out.append(({UNDECIDED}, {reason}, ({inner}), None))")
                out.line("continue")
            self._loops(out, number + 1, inner)
            out.on_exhausted = self._exhausted(indexes)

    @staticmethod
    def _list(out: Emitter, loop: Loop, indexes: str) -> str:
        """Write the list of a loop: empty when absent, an undecided outcome when unread."""
        assert loop.base is not None  # noqa: S101 - only the first loop has none
        place, name = loop.variable.place, out.fresh("s")
        out.line(f"{name} = {loop.base.identity}")
        for number, field in enumerate(loop.keys):
            read = f"{name} = {name}.get({field.key!r}, {'()' if field.optional else 'R'})"
            if number == 0:
                out.line(read)
                continue
            with out.inside(f"if {name} is not R and {name} != ():", place):
                out.line(read)
        with out.inside(f"if {name} is R:", place):
            path = ".".join(field.key for field in loop.keys)
            reason = out.constant(Message("lang/unread-value", {"path": path}))
            out.line(f"out.append(({UNREAD_LIST}, {reason}, ({indexes}), None))")
            out.line(f"{name} = ()")
        return name

    def _body(self, out: Emitter, indexes: str) -> None:
        items = "".join(f"{loop.variable.identity}, " for loop in self._rule.loops)
        out.entered("len(out)", f"({items})")
        for let in self._early:
            self._let(out, let)
        if self._rule.when is None:
            self._asked(out, indexes)
            return
        held, place = out.condition(self._rule.when), self._rule.when.place
        with out.inside(f"if {held} is True:", place):
            self._asked(out, indexes)
        with out.inside(f"elif {held} is False:", place):
            self._count(out, "idle", f"({NOT_APPLICABLE}, None, ({indexes}), None)")
        self._unknown(out, held, indexes)

    @staticmethod
    def _count(out: Emitter, counter: str, entry: str) -> None:
        out.line(f"{counter} += 1")
        with out.inside("if every:", (0, 0)):
            out.line(f"out.append({entry})")

    @staticmethod
    def _unknown(out: Emitter, held: str, indexes: str) -> None:
        with out.inside("else:", (0, 0)):
            out.line(f"out.append(({UNDECIDED}, {held}, ({indexes}), None))")

    def _asked(self, out: Emitter, indexes: str, number: int = 0) -> None:
        if number == 0:
            for let in self._late:
                self._let(out, let)
        if number < len(self._rule.exempts):
            term = self._rule.exempts[number].condition
            held = out.condition(term)
            with out.inside(f"if {held} is False:", term.place):
                self._asked(out, indexes, number + 1)
            with out.inside(f"elif {held} is True:", term.place):
                self._count(out, "idle", f"({NOT_APPLICABLE}, {number}, ({indexes}), None)")
            self._unknown(out, held, indexes)
            return
        held = out.condition(self._rule.require)
        with out.inside(f"if {held} is True:", self._rule.require.place):
            self._count(out, "met", f"({PASSED}, None, ({indexes}), None)")
        kept = "".join(f"{name}, " for name in self._kept())
        with out.inside(f"elif {held} is False:", self._rule.require.place):
            out.line(f"out.append(({VIOLATED}, None, ({indexes}), ({kept})))")
        self._unknown(out, held, indexes)


def _bound(out: Emitter) -> list[str]:
    return [f" f_{name} = F[{name!r}]" for name in sorted(out.functions)]


def _number(variable: Variable) -> int:
    return int(variable.identity[1:])


def _path(path: PathTo) -> LoopPath:
    return LoopPath(_number(path.variable), tuple(field.key for field in path.keys))


def _loop_path(loop: Loop) -> LoopPath:
    base = 0 if loop.base is None else _number(loop.base)
    return LoopPath(base, tuple(field.key for field in loop.keys))


def _fact_paths(rule: Rule) -> tuple[LoopPath, ...]:
    values = {let.variable.identity: let.value for let in rule.lets}
    found = []
    for path in paths_read(rule.require, values):
        kind = path.keys[-1].type
        kind = kind.item if isinstance(kind, ListOf) else kind
        if not isinstance(kind, Record):
            found.append(_path(path))
    return tuple(dict.fromkeys(found))


def _words(term: Term, vocabulary: Vocabulary) -> Mapping[str, Text] | None:
    kind = term.type.item if isinstance(term.type, ListOf) else term.type
    if not isinstance(kind, Enumeration):
        return None
    return {value.value: value.text for value in vocabulary.enums[kind.name].values}
