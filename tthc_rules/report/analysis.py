"""The report of an analysis (báo cáo phân tích): for people, and as canonical JSON."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import timedelta

from tthc_rules import __version__
from tthc_rules.diagnostics import Severity
from tthc_rules.engine.analysis.result import Analysis, Asked, Discovery, Example
from tthc_rules.engine.analysis.rules import Proof
from tthc_rules.model.text import day_text
from tthc_rules.model.validity import Validity
from tthc_rules.report.escape import json_safe, shown
from tthc_rules.report.json_format import finding_json
from tthc_rules.report.messages import say
from tthc_rules.report.text import TextView, render_findings

VERSION = 1
"""Of the JSON format; raised when a reader of the old one would go wrong."""

Json = Mapping[str, object]


def render_text(analysis: Analysis, view: TextView, *, counter_examples: bool) -> str:
    """Return the report for people, ending in the lines that count everything.

    Args:
        analysis: What was found and asked.
        view: Language and colours.
        counter_examples: Whether to write out what refutes the other questions about rules.
    """
    blocks = ["".join(_discovery(one, analysis, view)) for one in analysis.discoveries]
    if counter_examples:
        refuted = (one for one in analysis.asked if one.proof is Proof.COUNTER_EXAMPLE)
        blocks.extend("".join(_refuted(one, view)) for one in refuted)
    blocks.append("".join(f"{line}\n" for line in _counts(analysis, view)))
    return "\n".join(blocks)


def render_json(analysis: Analysis) -> str:
    """Return everything as one JSON document, the same bytes for the same analysis."""
    document: Json = {
        "format": "tthc-rules/analysis",
        "version": VERSION,
        "tool": {"name": "tthc-rules", "version": __version__},
        "day": analysis.day.isoformat(),
        "until": analysis.until.isoformat(),
        "rules": analysis.rules,
        "norms": analysis.norms,
        "norm_questions": analysis.norm_questions,
        "discoveries": [_discovery_json(one) for one in analysis.discoveries],
        "questions": [_asked_json(one) for one in analysis.asked],
    }
    return json_safe(json.dumps(document, ensure_ascii=False, indent=2)) + "\n"


def _discovery(one: Discovery, analysis: Analysis, view: TextView) -> Iterator[str]:
    yield render_findings((one.finding,), analysis.sources, view)
    yield _labelled("conclusion", say(f"analyze/proof.{one.proof.value}", view.lang), view)
    if one.example is not None:
        yield from _example(one.example, view)


def _refuted(one: Asked, view: TextView) -> Iterator[str]:
    rules = ", ".join(map(shown, one.rules))
    claim = say(f"analyze/claim.{one.claim.value}", view.lang)
    proof = say(f"analyze/proof.{one.proof.value}", view.lang)
    yield f"{rules}: {claim}? {proof}\n"
    if one.example is not None:
        yield from _example(one.example, view)


def _example(example: Example, view: TextView) -> Iterator[str]:
    """Yield the strongest form of an example: a case, a command, or the values."""
    if example.case is not None:
        yield _labelled("case", "", view)
        yield from _indented(example.case.splitlines())
    elif example.command is not None:
        yield _labelled("command", shown(example.command), view)
    elif example.situation:
        yield _labelled("situation", "", view)
        yield from _indented(example.situation)


def _indented(lines: list[str] | tuple[str, ...]) -> Iterator[str]:
    for line in lines:
        yield f"    {shown(line)}\n"


def _labelled(label: str, text: str, view: TextView) -> str:
    word = view.palette.paint("label", say(f"analyze/label.{label}", view.lang) + ":")
    return f"{word} {text}".rstrip() + "\n"


def _counts(analysis: Analysis, view: TextView) -> Iterator[str]:
    proofs = analysis.proofs()
    yield say(
        "analyze/asked",
        view.lang,
        rules=str(analysis.rules),
        questions=str(len(analysis.asked)),
        proved=str(proofs[Proof.PROVED]),
        refuted=str(proofs[Proof.COUNTER_EXAMPLE]),
        open=str(proofs[Proof.OUT_OF_FRAGMENT]),
    )
    yield say(
        "analyze/asked-norms",
        view.lang,
        norms=str(analysis.norms),
        questions=str(analysis.norm_questions),
    )
    found = Counter(one.finding.severity for one in analysis.discoveries)
    summary = say(
        "analyze/summary",
        view.lang,
        day=day_text(analysis.day),
        last=day_text(analysis.until - timedelta(days=1)),
        errors=str(found[Severity.ERROR]),
        warnings=str(found[Severity.WARNING]),
        infos=str(found[Severity.INFO]),
    )
    yield view.palette.paint("strong", summary)


def _discovery_json(one: Discovery) -> Json:
    return {
        "proof": one.proof.value,
        "finding": finding_json(one.finding),
        "example": _example_json(one.example),
    }


def _asked_json(one: Asked) -> Json:
    return {
        "claim": one.claim.value,
        "rules": list(one.rules),
        "proof": one.proof.value,
        "period": _period(one.period),
        "construct": one.construct,
        "example": _example_json(one.example),
    }


def _example_json(example: Example | None) -> Json | None:
    if example is None:
        return None
    return {
        "case": example.case,
        "command": example.command,
        "situation": list(example.situation),
    }


def _period(period: Validity) -> Json:
    return {
        "from": None if period.start is None else period.start.isoformat(),
        "until": None if period.end is None else period.end.isoformat(),
    }
