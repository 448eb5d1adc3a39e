"""A rule file read clause by clause (đọc từng mệnh đề), each mistake reported once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from tthc_rules.lang import expected
from tthc_rules.lang.clauses import Clause, cut
from tthc_rules.lang.limits import MAX_DEPTH, MAX_NODES, MAX_TEXT
from tthc_rules.lang.normal import Normal, normalise
from tthc_rules.lang.parser import BadLiteral, Unexpected, parse
from tthc_rules.lang.problems import Problems
from tthc_rules.lang.syntax import Place, measure
from tthc_rules.lang.tokens import Token, tokenise
from tthc_rules.lang.words import LABELS
from tthc_rules.source import Source
from tthc_rules.spelling import nearest

REQUIRED = ("RULE", "SEVERITY", "BASIS", "FORCE", "SUBJECT", "REQUIRE", "MESSAGE", "END")
_REPEATED = {"LET", "UNLESS"}


@dataclass(frozen=True, slots=True)
class Part:
    """One clause as read: its kind, the place of its label, what the builder made of it.

    `value` is None where the clause could not be read; `names` are those it binds.
    """

    kind: str
    label: Place
    value: object
    names: tuple[str, ...]
    english: bool


def read(source: Source, problems: Problems) -> tuple[Part, ...]:
    """Return the clauses of a rule file, with findings for what is wrong in each."""
    if len(source.text) > MAX_TEXT:
        problems.add("lang/too-large.text", (0, 0), {"limit": str(MAX_TEXT)})
        return ()
    normal = normalise(source.text)
    found = [
        part
        for clause in _of_one_rule(normal, cut(normal), problems)
        if (part := _part(normal, clause, problems))
    ]
    _count(found, problems)
    return tuple(found)


def _of_one_rule(
    normal: Normal, clauses: tuple[Clause, ...], problems: Problems
) -> tuple[Clause, ...]:
    """Return the clauses before a second rule; that one is reported and left alone."""
    rules = [number for number, clause in enumerate(clauses) if clause.kind == "RULE"]
    if len(rules) < 2:
        return clauses
    first, second = clauses[rules[0]], clauses[rules[1]]
    problems.add(
        "lang/syntax.second-rule",
        (normal.offsets[second.start], normal.offsets[second.body]),
        remedy={},
        first=(normal.offsets[first.start], normal.offsets[first.body]),
    )
    return clauses[: rules[1]]


def parse_body(kind: str, tokens: Iterable[Token], label: Place, problems: Problems) -> object:
    """Return what the builder makes of one clause, or None with findings."""
    body = tuple(tokens)
    try:
        value = parse(kind, body)
    except Unexpected as error:
        expected.report(error, body, label, problems)
        return None
    except BadLiteral as error:
        problems.add(error.key, error.place, {"text": error.text}, remedy={})
        return None
    for tree in value if isinstance(value, tuple) else (value,):
        nodes, depth, where = measure(tree)
        if nodes > MAX_NODES or depth > MAX_DEPTH:
            key = "lang/too-large.nodes" if nodes > MAX_NODES else "lang/too-large.depth"
            limit = MAX_NODES if nodes > MAX_NODES else MAX_DEPTH
            problems.add(key, where or label, {"limit": str(limit)})
            return None
    return value


def _part(normal: Normal, clause: Clause, problems: Problems) -> Part | None:
    tokens = tuple(tokenise(normal, clause.kind, clause.body, clause.end))
    head = normal.text[clause.start : clause.body].rstrip().rstrip(":").rstrip()
    label = normal.offsets[clause.start], normal.offsets[clause.start + len(head)]
    if clause.kind == "OUTSIDE":
        if tokens:
            problems.add("lang/syntax.outside", (tokens[0].start, tokens[-1].end))
        return None
    if clause.kind == "UNKNOWN":
        spellings = [s for k in LABELS.values() for s in (*k.vi, *k.en)]
        problems.suggest("lang/unknown-clause", label, {"label": head}, nearest(head, spellings))
        return None
    if clause.kind == "END" and tokens:
        problems.add("lang/syntax.after-end", (tokens[0].start, tokens[-1].end))
        tokens = ()
    value = parse_body(clause.kind, tokens, label, problems)
    names = tuple(token.text for token, after in pairwise(tokens) if after.kind == "ASSIGN")
    return Part(clause.kind, label, value, names, english=head in LABELS[clause.kind].en)


def _count(found: list[Part], problems: Problems) -> None:
    """Report clauses given twice and clauses not given; of an empty file that it is one."""
    if not found:
        problems.add("lang/syntax.no-rule", (0, 0), remedy={})
        return
    first: dict[str, Place] = {}
    for part in found:
        if part.kind in first and part.kind not in _REPEATED:
            problems.add(
                "lang/duplicate-clause",
                part.label,
                {"label": LABELS[part.kind].text},
                first=first[part.kind],
            )
        first.setdefault(part.kind, part.label)
    at = first.get("RULE", found[0].label)
    for kind in REQUIRED:
        if kind not in first:
            label = {"label": LABELS[kind].text}
            problems.add("lang/missing-clause", at, label, remedy=label)
