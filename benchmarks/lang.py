"""Compiled rules against hand-written Python, and compiling against parsing (ngôn ngữ quy tắc).

Five shipped rules that ask nothing of the law, thirteen times each, over the made-up
province's effective configurations. Both sides must find the same violations.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Mapping
from datetime import date

from benchmarks.corpus import DAY, corpus
from benchmarks.turns import in_turn, report
from tthc_rules import library
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.layering import Effective
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.compiler import compile_rule
from tthc_rules.lang.problems import Problems
from tthc_rules.lang.reading import read as parse
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.loading import Document, Schemas, read
from tthc_rules.model.values import Tree, Value
from tthc_rules.source import Source

RULES = (
    "supplement/more-than-twice",
    "withdrawal/no-transition",
    "online/full-with-presence",
    "online/partial-without-reason",
    "reception/own-commune-only",
)
TIMES = 13
PROCEDURES = 300


def measure(rounds: int) -> None:
    """Print the cost of 65 rules for each configuration, then that of making them."""
    sources = [_source(name) for name in RULES]
    words = vocabulary(Blueprint.from_texts(library.schema_texts()))
    rules = [_compiled(source, words) for source in sources]
    values = _configurations()
    day = date.fromisoformat(DAY)
    assert _by_rules(rules, values, day) == _by_hand(values) > 0
    many = rules * TIMES
    cases = {
        "65 rules by hand": lambda: [_by_hand(values) for _ in range(TIMES)],
        "65 compiled rules": lambda: _by_rules(many, values, day),
    }
    report(in_turn(cases, rounds), len(values), "configuration")
    kept = pickle.dumps(rules)
    making = {
        "parse": lambda: [parse(source, Problems(source)) for source in sources],
        "compile": lambda: [_compiled(source, words) for source in sources],
        "load compiled": lambda: pickle.loads(kept),  # noqa: S301 - made three lines above
    }
    print()
    report(in_turn(making, rounds), len(sources), "rule")


def _source(name: str) -> Source:
    path = library.rules_folder() / f"{name}.tthc"
    return Source(name, path.read_text(encoding="utf-8"))


def _compiled(source: Source, words: Vocabulary) -> CompiledRule:
    rule, findings = compile_rule(source, source.file, words)
    assert rule is not None
    assert not findings
    return rule


def _configurations() -> list[Tree]:
    """Return the effective configurations of a province, a third of it with defects."""
    schemas = Schemas.from_texts(library.schema_texts())
    found: dict[str, list[Document]] = {"procedure": [], "configuration": []}
    for file in corpus(PROCEDURES, defect_share=1 / 3).files:
        for document in read(file.path, file.text.encode("utf-8"), schemas)[0]:
            found.setdefault(document.kind, []).append(document)
    published = {one.value.get("code"): one for one in found["procedure"]}
    return [
        Effective(one, published.get(one.value.get("procedure"))).value
        for one in found["configuration"]
        if "procedure" in one.value
    ]


def _by_rules(rules: Iterable[CompiledRule], values: Iterable[Tree], day: date) -> int:
    every = tuple(rules)
    return sum(len(rule.judge(value, {}, day).concerns) for value in values for rule in every)


def _by_hand(values: Iterable[Tree]) -> int:
    return sum(
        _supplement(value) + _ways_out(value) + _presence(value) + _partial(value) + _limits(value)
        for value in values
    )


def _part(value: Tree, key: str) -> Tree:
    held = value.get(key)
    return held if isinstance(held, Mapping) else {}


def _rows(value: Tree, key: str) -> tuple[Value, ...]:
    held = value.get(key)
    return held if isinstance(held, tuple) else ()


def _supplement(value: Tree) -> int:
    most = _part(value, "supplement").get("max")
    return isinstance(most, int) and most > 2


def _ways_out(value: Tree) -> int:
    steps = _rows(_part(value, "route"), "steps")
    if not steps:
        return 0
    outcomes = {
        way.get("on")
        for step in steps
        if isinstance(step, Mapping)
        for way in _rows(step, "next")
        if isinstance(way, Mapping)
    }
    return not {"withdraw", "return"} <= outcomes


def _presence(value: Tree) -> int:
    if _part(value, "online").get("level") != "full":
        return 0
    steps = _rows(_part(value, "route"), "steps")
    return sum(1 for step in steps if isinstance(step, Mapping) and step.get("presence") is True)


def _partial(value: Tree) -> int:
    online = _part(value, "online")
    if online.get("level") != "partial":
        return 0
    reason = online.get("reason")
    technical = reason in ("technical_incident", "technical_other")
    return reason is None or not (technical or "basis" in online)


def _limits(value: Tree) -> int:
    reception = _part(value, "reception")
    return reception.get("boundary") == "commune" and "exempt" not in reception
