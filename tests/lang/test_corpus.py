"""Rule files in, expected findings out; `pytest --bless` writes the expectations anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lang.sample import VOCABULARY
from tthc_rules.diagnostics import Finding
from tthc_rules.lang.compiler import compile_rule
from tthc_rules.report.messages import sentence
from tthc_rules.source import Source

CORPUS = Path(__file__).parent.parent / "corpus" / "lang"


def found(path: Path) -> tuple[bool, str]:
    """Return whether a file compiles, and its findings as text."""
    source = Source(path.name, path.read_text(encoding="utf-8"))
    rule, findings = compile_rule(source, f"corpus/{path.stem}", VOCABULARY)
    return rule is not None, "".join(line(source, finding) for finding in findings)


def line(source: Source, finding: Finding) -> str:
    """Return a finding as the corpus writes it: place, code, both languages, what is meant."""
    assert finding.span is not None
    start, end = finding.span.start, finding.span.end
    text = source.text[source.offset(start) : source.offset(end)]
    lines = [
        f"{start.line}:{start.column}-{end.line}:{end.column} {finding.severity.value}"
        f" [{finding.code}] on {text!r}"
    ]
    for lang in ("vi", "en"):
        lines.append(f"  {lang}: {sentence(finding.message, lang)}")
        if finding.help is not None:
            lines.append(f"      {sentence(finding.help, lang)}")
    for related in finding.related:
        place = related.span.start
        lines.append(f"  {place.line}:{place.column} {sentence(related.message, 'en')}")
    return "\n".join([*lines, ""])


def files(folder: str) -> list[Path]:
    """Return the rule files of one side of the corpus."""
    return sorted((CORPUS / folder).glob("*.tthc"))


@pytest.mark.parametrize("path", files("accept"), ids=lambda path: path.stem)
def test_an_accepted_file_compiles_without_a_finding(path: Path) -> None:
    assert found(path) == (True, "")


@pytest.mark.parametrize("path", files("reject"), ids=lambda path: path.stem)
def test_a_rejected_file_has_exactly_the_expected_findings(
    path: Path, pytestconfig: pytest.Config
) -> None:
    accepted, text = found(path)
    expected = path.with_suffix(".txt")
    if pytestconfig.getoption("--bless"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")
    assert text
    assert accepted == all(" warning [" in line for line in text.splitlines() if "] on " in line)


def test_both_sides_of_the_corpus_are_there() -> None:
    assert len(files("accept")) >= 5
    assert len(files("reject")) >= 20
