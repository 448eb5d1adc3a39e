"""`docs`: the pages of the rules (sinh tài liệu quy tắc), made from the rules and their cases.

Nothing is written here: the pages come back with what stands in their place now.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tthc_rules import library
from tthc_rules.api.explaining import collection_text
from tthc_rules.api.rules import RuleFile
from tthc_rules.api.settings import Settings
from tthc_rules.api.testing import RuleTrials, Trial, cases_of, open_suite
from tthc_rules.api.workspace import load
from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.rulebook import rulebook
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiler import CheckedRule, check_rule
from tthc_rules.lang.plain import phrase, plain
from tthc_rules.lang.syntax import Citation
from tthc_rules.lang.typed import Template
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.lang.written import cited
from tthc_rules.loading import Document, Schemas, read_bytes
from tthc_rules.model.text import Text
from tthc_rules.report.rule_pages import (
    MARK,
    Example,
    Family,
    Provision,
    RulePage,
    Shown,
    TextOfLaw,
    file_of,
    indexes,
    rule_page,
)
from tthc_rules.source import Source

FOLDER: Final = "docs/rules"
"""Where the pages are, below the workspace, unless somebody names another folder."""

_LEFT_OUT: Final = "not-built"
_ASKED: Final = frozenset({"kind", "name", "expect", "at", "says"})
"""What a case says of itself; the rest is what it changes."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The pages of the rules and what stands in their place (các trang quy tắc).

    Attributes:
        folder: Where they belong.
        wanted: The text of each page by its way from the folder.
        missing, differing: Pages that are not there, or say something else there.
        stale: Pages there, made by this command, that belong to no rule.
        findings: What is wrong with rules or cases; their pages are not made.
    """

    folder: Path
    wanted: Mapping[str, str]
    missing: tuple[str, ...]
    differing: tuple[str, ...]
    stale: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def misconfigured(self) -> bool:
        """Whether a rule has mistakes, so that the pages are not all there."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def pages(settings: Settings, out: str | None = None) -> Pages:
    """Return the pages of the rules in use, and how they differ from those in the folder.

    Args:
        settings: The settings of the workspace.
        out: The folder of the pages; None for `docs/rules` below the workspace.
    """
    folder = Path(settings.folder) / FOLDER if out is None else Path(out)
    suite = open_suite((), settings)
    reader = _Reader(settings, folder)
    rules = tuple(
        reader.page(trials) for trials in sorted(suite.rules, key=lambda one: one.file.id)
    )
    known = frozenset(rule.id for rule in rules)
    wanted = {file_of(rule.id): rule_page(rule, known) for rule in rules}
    wanted.update(indexes(rules, tuple(_left_out(folder))))
    present = dict(_present(folder))
    return Pages(
        folder=folder,
        wanted=wanted,
        missing=tuple(sorted(wanted.keys() - present.keys())),
        differing=tuple(sorted(n for n in wanted.keys() & present if present[n] != wanted[n])),
        stale=tuple(
            sorted(n for n in present.keys() - wanted.keys() if present[n].startswith(MARK))
        ),
        findings=suite.findings,
    )


def _present(folder: Path) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*.md"):
        data, _ = read_bytes(str(path))
        if data is not None:
            yield path.relative_to(folder).as_posix(), data.decode("utf-8", "replace")


def _left_out(folder: Path) -> Iterator[Family]:
    for path in sorted((folder / _LEFT_OUT).glob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        heading = next((line for line in lines if line.startswith("# ")), path.stem)
        yield Family(path.name, heading.removeprefix("# "))


class _Reader:
    """Reads everything that a page tells of a rule."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self._root = Path(settings.folder).resolve()
        self._folder = folder.resolve()
        self._vocabulary = vocabulary(Blueprint.from_texts(library.schema_texts()))
        self._instruments = Instruments(_instruments(settings))

    def page(self, trials: RuleTrials) -> RulePage:
        """Return what the page of a rule tells."""
        file, rule = trials.file, trials.rule
        checked = _checked(file, self._vocabulary)
        counted = rulebook((rule,), self._instruments, {}).rules[0]
        source, linked = self._way(file.path, rule.id)
        cases_source, _ = self._way(cases_of(file), rule.id)
        return RulePage(
            id=rule.id,
            titles=rule.titles,
            severity=rule.severity,
            counts_as=counted.severity,
            suppressible=rule.suppressible,
            basis=tuple(map(self._provision, rule.citations)),
            convention=rule.convention,
            periods=rule.periods,
            collection=collection_text(rule.collection, self._vocabulary),
            plain=plain(checked, self._vocabulary),
            message=self._template(rule.message, checked),
            help=None if rule.help is None else self._template(rule.help, checked),
            has_fix=rule.fix_at is not None,
            silences=rule.silences,
            cases=len(trials.trials),
            sample=_sample(trials.trials),
            passing=_example(trials, "pass"),
            failing=_example(trials, "violation"),
            source=source,
            cases_source=cases_source,
            linked=linked,
        )

    def _template(self, template: Template, checked: CheckedRule) -> Text:
        """Return a message with its values in words, between ⟨ and ⟩."""
        terms = [phrase(term, checked, self._vocabulary) for term in checked.rule.placeholders]
        return Text(
            "".join(
                piece if isinstance(piece, str) else f"⟨{terms[piece].vi}⟩" for piece in template.vi
            ),
            "".join(
                piece if isinstance(piece, str) else f"⟨{terms[piece].en}⟩" for piece in template.en
            ),
        )

    def _way(self, path: Path, rule_id: str) -> tuple[str, bool]:
        """Return the way from a page to a file and whether it is a link that works.

        Outside the workspace there is none: a page names no place of one machine.
        """
        target = path.resolve()
        if target.is_relative_to(self._root) and self._folder.is_relative_to(self._root):
            page = self._folder / file_of(rule_id)
            return Path(os.path.relpath(target, page.parent)).as_posix(), True
        return f"rules/{rule_id}{''.join(path.suffixes)}", False

    def _provision(self, citation: Citation) -> Provision:
        found = self._instruments.find(citation.number, citation.issuer)
        entry = found[0].value if len(found) == 1 else {}
        law = TextOfLaw(
            number=citation.number,
            issuer=citation.issuer or "",
            title=str(entry.get("title", "")),
            force=self._instruments.force(entry).text(),
            verified=any(one.value.get("confidence") == "verified" for one in found),
            registered=bool(found),
        )
        parts = (citation.article or "", citation.clause or "", citation.point or "")
        return Provision(law, *parts, cited(citation))


def _instruments(settings: Settings) -> tuple[Document, ...]:
    """Return the registered instruments: the workspace's over the library's."""
    schemas = Schemas.from_texts(library.schema_texts())
    shipped = [str(library.data_folder())] if settings.uses_library else []
    own = [folder for folder in settings.folders("data") if Path(folder).exists()]
    known: dict[tuple[str, str], Document] = {}
    for layer in (shipped, own):
        for one in load(layer, schemas).documents:
            if one.kind == "instrument":
                known[str(one.value.get("issuer")), str(one.value.get("number"))] = one
    return tuple(known.values())


def _checked(file: RuleFile, words: Vocabulary) -> CheckedRule:
    checked, findings = check_rule(file.source, file.id, words)
    if checked is None:
        raise AssertionError(f"{file.id} compiled, and now has {len(findings)} mistakes")
    return checked


# Examples ------------------------------------------------------------------------------------


def _example(trials: RuleTrials, verdict: str) -> Example | None:
    """Return the first case of a verdict that holds, one that changes data if there is any."""
    of_verdict = [one for one in trials.trials if one.value["expect"] == verdict]
    of_verdict.sort(key=lambda one: set(one.value) <= {*_ASKED, "as_of"})
    for trial in of_verdict:
        if trial.complaint(trials.rule) is None:
            return Example(str(trial.value["name"]), _change(trial), _shown(trials, trial))
    return None


def _shown(trials: RuleTrials, trial: Trial) -> Shown | None:
    findings, _ = trial.judged(trials.rule)
    if not findings:
        return None
    at = trial.value.get("at")
    found = next((one for one in findings if one.path == at), findings[0])
    return Shown(found.path, found.message, found.help)


def _change(trial: Trial) -> str:
    """Return the lines of a cases file in which a case says what it changes, and its day."""
    document = trial.document
    source = Source(document.file, document.text)
    pieces: list[str] = []
    for key in document.value:
        if key in _ASKED:
            continue
        start = document.key_place((key,)).start
        end = source.offset(document.place((key,)).end)
        text = document.text[source.offset(start) : end].rstrip()
        pieces.extend(_dedented(text.split("\n"), start.column - 1))
    return "\n".join(pieces)


def _dedented(lines: Iterable[str], columns: int) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield line if number == 0 or line[:columns].strip() else line[columns:]


def _sample(trials: tuple[Trial, ...]) -> str:
    """Return the text of a cases file up to its first case: the data that cases change."""
    if not trials:
        return ""
    first = trials[0].document
    line = first.place().start.line
    return "\n".join(first.text.split("\n")[: line - 1]).strip("\n")
