"""`test`: the cases of the rules (ca kiểm thử), run on the same path as `check`.

A cases file holds a small made-up workspace and cases over it. Catalogues, ranks and
calendars are the library's, with the made-up province that stands beside the rules; of
instruments and procedures only those of the file count.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from tthc_rules import library
from tthc_rules.api.rules import RuleFile, compile_rules, rule_folders
from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Workspace, load
from tthc_rules.diagnostics import Finding, Message, Severity, Verdict
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.judging import judge
from tthc_rules.engine.layering import merged
from tthc_rules.engine.rulebook import Rulebook, rulebook
from tthc_rules.loading import Document, Schemas, read, read_bytes, shown_name
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value

CASES: Final = ".cases.yaml"

_CONTEXT: Final = frozenset({"catalogue", "calendar"})


@dataclass(frozen=True, slots=True)
class CasesResult:
    """What the cases of the rules showed (kết quả kiểm thử quy tắc).

    Attributes:
        lines: One sentence for each case that failed and each rule that lacks cases.
        passed, failed: How many cases did.
        findings: What is wrong with the rules or the cases files themselves.
    """

    lines: tuple[Message, ...]
    passed: int
    failed: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class _Case:
    """One case and its base documents."""

    document: Document
    base: tuple[Document, ...]

    @property
    def value(self) -> Tree:
        return self.document.value

    @property
    def day(self) -> date:
        day = self.value["as_of"]
        assert isinstance(day, date)  # noqa: S101 - the schema requires and types it
        return day


def test(paths: Sequence[str], settings: Settings) -> CasesResult:
    """Run the cases of the rules; of a cases file with mistakes only these are said.

    Args:
        paths: Rule files, cases files or folders of them; empty for every rule in use.
        settings: The settings of the workspace.
    """
    folders = rule_folders(settings)
    files, findings = compile_rules(folders)
    chosen = [file for file in files if _is_chosen(file, paths)]
    schemas = Schemas.from_texts(library.schema_texts())
    context = _context(folders, schemas)
    lines: list[Message] = []
    said = list(findings)
    passed = failed = 0
    for file in chosen:
        if file.compiled is None:
            continue
        documents, problems = _cases_file(file, schemas)
        said.extend(problems)
        if any(problem.severity is Severity.ERROR for problem in problems):
            continue
        outcomes = list(_run(file, documents, context, settings))
        wrong = [line for line in outcomes if line is not None]
        lacking = list(_lacking(file, documents))
        passed += len(outcomes) - len(wrong)
        failed += len(wrong) + len(lacking)
        lines.extend((*wrong, *lacking))
    return CasesResult(tuple(lines), passed, failed, tuple(said))


def cases_of(file: RuleFile) -> Path:
    """Return where the cases of a rule stand: beside it."""
    return file.path.with_suffix("").with_suffix(CASES)


def _is_chosen(file: RuleFile, paths: Sequence[str]) -> bool:
    if not paths:
        return True
    own = {file.path.resolve(), cases_of(file).resolve(), *file.path.resolve().parents}
    return any(Path(path).resolve() in own for path in paths)


def _context(folders: Iterable[Path], schemas: Schemas) -> tuple[Document, ...]:
    """Return the catalogues and calendars that every case may use."""
    data = library.data_folder()
    shared = load([str(data / "catalogues"), str(data / "calendars")], schemas).documents
    beside = [str(path) for folder in folders for path in sorted(folder.glob("*.yaml"))]
    own = load(beside, schemas).documents
    return tuple(one for one in (*shared, *own) if one.kind in _CONTEXT)


def _cases_file(
    file: RuleFile, schemas: Schemas
) -> tuple[tuple[Document, ...], tuple[Finding, ...]]:
    path = cases_of(file)
    if not path.is_file():
        return (), ()
    data, problems = read_bytes(str(path))
    if data is None:
        return (), problems
    return read(shown_name(str(path)), data, schemas)


def _lacking(file: RuleFile, documents: Sequence[Document]) -> Iterator[Message]:
    """Yield what a rule's cases never show: one that passes, one that is violated."""
    shown = {one.value.get("expect") for one in documents if one.kind == "case"}
    for verdict in ("pass", "violation"):
        if verdict not in shown:
            yield Message("test/no-case", {"rule": file.id, "verdict": VERDICTS[verdict]})


def _run(
    file: RuleFile,
    documents: Sequence[Document],
    context: Sequence[Document],
    settings: Settings,
) -> Iterator[Message | None]:
    base = tuple(one for one in documents if one.kind != "case")
    for document in documents:
        if document.kind == "case":
            yield _outcome(file, _Case(document, base), context, settings)


def _outcome(
    file: RuleFile, case: _Case, context: Sequence[Document], settings: Settings
) -> Message | None:
    """Return what is wrong with a case, None when the rule says what it expects."""
    findings, verdict = _judged(file, case, context, settings)
    expected = str(case.value["expect"])
    names: dict[str, Text | str] = {
        "rule": file.id,
        "case": str(case.value["name"]),
        "expected": VERDICTS[expected],
        "found": VERDICTS[verdict.value],
    }
    if verdict.value != expected:
        why = "; ".join(sorted(_reason(finding) for finding in findings))
        return Message("test/other-verdict", {**names, "why": why})
    places = sorted({finding.path for finding in findings})
    at = case.value.get("at")
    if at is not None and str(at) not in places:
        found = ", ".join(places)
        return Message("test/other-place", {**names, "at": str(at), "places": found})
    says = case.value.get("says")
    if says is not None and not any(str(says) in _said(finding) for finding in findings):
        return Message("test/other-message", {**names, "says": str(says)})
    return None


def _judged(
    file: RuleFile, case: _Case, context: Sequence[Document], settings: Settings
) -> tuple[list[Finding], Verdict]:
    documents = tuple(_changed(case))
    workspace = _workspace(file, (*context, *documents), case.day, settings)
    verdicts = judge(
        workspace.subjects(documents), _book(file), workspace.law.functions(), case.day
    )
    count = verdicts.counts[file.id]
    if count.violated:
        violations = [one for one in verdicts.findings if one.verdict is Verdict.VIOLATION]
        return violations, Verdict.VIOLATION
    if count.undecided:
        return verdicts.findings, Verdict.UNDECIDED
    return [], Verdict.PASS if count.passed else Verdict.NOT_APPLICABLE


def _changed(case: _Case) -> Iterator[Document]:
    """Yield the base documents as the case changes them."""
    dropped = case.value.get("without", ())
    for document in case.base:
        value = dict(document.value)
        if document.kind == "instrument":
            if isinstance(dropped, tuple) and value["number"] in dropped:
                continue
        elif document.kind == "procedure":
            value = dict(merged(value, _tree(case.value.get("publication"))))
        elif document.kind == "configuration":
            overrides = merged(_tree(value.get("overrides")), _tree(case.value.get("overrides")))
            value["overrides"] = overrides
            if "hosting" in case.value:
                value["hosting"] = case.value["hosting"]
        yield replace(document, value=value)


def _workspace(
    file: RuleFile, documents: tuple[Document, ...], day: date, settings: Settings
) -> Workspace:
    return Workspace(
        settings=settings,
        day=day,
        schemas=Schemas.from_texts({}),
        blueprint=_blueprint(),
        layers=(documents,),
        rule_files=(file,),
        rule_findings=(),
    )


def _book(file: RuleFile) -> Rulebook:
    compiled = () if file.compiled is None else (file.compiled,)
    return rulebook(compiled, Instruments(()), {})


@cache
def _blueprint() -> Blueprint:
    return Blueprint.from_texts(library.schema_texts())


def _tree(value: Value | None) -> Tree:
    return value if isinstance(value, Mapping) else {}


def _said(finding: Finding) -> str:
    return finding.message.vi if isinstance(finding.message, Text) else finding.message.key


def _reason(finding: Finding) -> str:
    message = finding.message
    if isinstance(message, Text):
        return message.vi
    values = ", ".join(
        value if isinstance(value, str) else value.vi for value in message.values.values()
    )
    return f"{message.key} {values}".strip()


VERDICTS: Final[Mapping[str, Text]] = {
    "pass": Text("đạt", "pass"),
    "violation": Text("vi phạm", "violation"),
    "not-applicable": Text("không áp dụng", "not applicable"),
    "undecided": Text("chưa kết luận", "undecided"),
}
