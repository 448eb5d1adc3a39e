"""The report for programs: canonical JSON under a published schema (báo cáo JSON).

Both languages of every sentence, one finding a line, always the same bytes for the same
result. The shape is `schemas/findings.schema.json`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from importlib.resources import files

from tthc_rules import __version__
from tthc_rules.diagnostics import Basis, Finding, Fix, Message, Severity
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.report.escape import json_safe
from tthc_rules.report.messages import both
from tthc_rules.report.results import Result
from tthc_rules.source import Position, Span, pointer_text

VERSION = 1
"""Of the format; raised when a reader of the old one would go wrong."""

Json = Mapping[str, object]


def schema() -> str:
    """Return the published schema of this format, as JSON text (lược đồ)."""
    return (files("tthc_rules.report") / "schemas" / "findings.schema.json").read_text("utf-8")


def render(result: Result) -> str:
    """Return the whole result as one JSON document."""
    return json_safe("".join(_document(result)))


def finding_json(finding: Finding) -> Json:
    """Return one finding as plain values, keys in the order of the schema."""
    return {
        "id": finding.code,
        "severity": finding.severity.value,
        "verdict": finding.verdict.value,
        "message": _sentence(finding.message),
        "help": None if finding.help is None else _sentence(finding.help),
        **_place(finding.span),
        "path": finding.path,
        "pointer": pointer_text(finding.pointer),
        "subject": finding.subject,
        "facts": list(finding.facts),
        "basis": [_basis(one) for one in finding.basis],
        "in_force": None if finding.in_force is None else _validity(finding.in_force),
        "related": [
            {**_place(related.span), "message": _sentence(related.message)}
            for related in finding.related
        ],
        "fixes": [_fix(fix) for fix in finding.fixes],
        "occurrence": finding.occurrence,
        "fingerprint": finding.fingerprint,
    }


def _document(result: Result) -> Iterator[str]:
    head: Json = {
        "format": "tthc-rules/findings",
        "version": VERSION,
        "tool": {"name": "tthc-rules", "version": __version__},
        "day": result.day.isoformat(),
        "until": None if result.until is None else result.until.isoformat(),
        "summary": _summary(result),
    }
    yield "{\n"
    for name, value in head.items():
        yield f"{_dump(name)}: {_dump(value)},\n"
    yield from _list("findings", map(finding_json, result.findings))
    yield ",\n"
    yield from _list("undecided", map(finding_json, result.undecided))
    yield f",\n{_dump('rules')}: {_dump(_rules(result))}\n}}\n"


def _list(name: str, items: Iterable[Json]) -> Iterator[str]:
    yield f"{_dump(name)}: ["
    separator = "\n"
    for item in items:
        yield separator + _dump(item)
        separator = ",\n"
    yield "]" if separator == "\n" else "\n]"


def _summary(result: Result) -> Json:
    return {
        "files": result.files,
        "procedures": result.procedures,
        "rules": len(result.tallies),
        "errors": result.count(Severity.ERROR),
        "warnings": result.count(Severity.WARNING),
        "infos": result.count(Severity.INFO),
        "undecided": len(result.undecided),
        "unopened": result.unopened,
        "misconfigured": result.misconfigured,
        "missing_path": result.missing_path,
    }


def _rules(result: Result) -> Json:
    return {
        rule: {
            "passed": tally.passed,
            "violated": tally.violated,
            "not_applicable": tally.not_applicable,
            "undecided": tally.undecided,
        }
        for rule, tally in sorted(result.tallies.items())
    }


def _sentence(message: Message | Text) -> Json:
    text = both(message)
    return {"vi": text.vi, "en": text.en}


def _place(span: Span | None) -> Json:
    if span is None:
        return {"file": None, "start": None, "end": None}
    return {"file": span.file, "start": _position(span.start), "end": _position(span.end)}


def _position(position: Position) -> Json:
    return {"line": position.line, "column": position.column}


def _basis(basis: Basis) -> Json:
    return {"citation": basis.citation, "verified": basis.verified}


def _validity(validity: Validity) -> Json:
    return {
        "from": validity.start.isoformat() if validity.start else None,
        "until": validity.end.isoformat() if validity.end else None,
    }


def _fix(fix: Fix) -> Json:
    return {
        "message": _sentence(fix.message),
        "edits": [{**_place(edit.span), "text": edit.text} for edit in fix.edits],
    }


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))
