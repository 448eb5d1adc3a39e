"""`test`: the cases of the rules (ca kiểm thử), run on the same path as `check`.

A cases file holds a small made-up workspace and cases over it. Catalogues, ranks and
calendars are the library's, with the made-up province that stands beside the rules; of
instruments and procedures only those of the file count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
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
from tthc_rules.engine.rulebook import rulebook
from tthc_rules.engine.subjects import Subject
from tthc_rules.lang.compiled import CompiledRule, Functions
from tthc_rules.lang.undecided import Undecided
from tthc_rules.loading import Document, Schemas, read, read_bytes, shown_name
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value

CASES: Final = ".cases.yaml"

_OWN: Final = ("hosting", "system_exemption")
"""What a configuration says beside its overrides; a case may say it instead."""

_DROPPED: Final = {
    "instrument": "number",
    "calendar": "year",
    "procedure": "code",
    "configuration": "procedure",
}
"""What a case names a base document by when it does without it."""

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


@dataclass(frozen=True)
class Trial:
    """One case ready to be run (ca kiểm thử): what is judged, and the law of its day.

    The workspace of a case is made once, however many forms of a rule are put to it. `base`
    holds the documents the case changes, `context` the catalogues and calendars.
    """

    document: Document
    base: tuple[Document, ...]
    context: tuple[Document, ...]
    file: RuleFile
    settings: Settings

    @property
    def value(self) -> Tree:
        """The case as written."""
        return self.document.value

    @property
    def day(self) -> date:
        """The day on which it judges."""
        day = self.value["as_of"]
        assert isinstance(day, date)  # noqa: S101 - the schema requires and types it
        return day

    def judged(self, rule: CompiledRule) -> tuple[list[Finding], Verdict]:
        """Return what a rule says of the case: findings, and one verdict over all."""
        book = rulebook((rule,), Instruments(()), {})
        subjects, functions = self._prepared
        verdicts = judge(subjects, book, functions, self.day)
        count = verdicts.counts[rule.id]
        if count.violated:
            violations = [one for one in verdicts.findings if one.verdict is Verdict.VIOLATION]
            return violations, Verdict.VIOLATION
        if count.undecided:
            return verdicts.findings, Verdict.UNDECIDED
        return [], Verdict.PASS if count.passed else Verdict.NOT_APPLICABLE

    def complaint(self, rule: CompiledRule) -> Message | None:
        """Return what is wrong when a rule is put to the case, None when it is as expected."""
        findings, verdict = self.judged(rule)
        expected = str(self.value["expect"])
        names: dict[str, Text | str] = {
            "place": self._place("expect"),
            "rule": self.file.id,
            "case": str(self.value["name"]),
            "expected": VERDICTS[expected],
            "found": VERDICTS[verdict.value],
        }
        if verdict.value != expected:
            why = "; ".join(sorted(_reason(finding) for finding in findings))
            if not why:
                return Message("test/other-verdict.bare", names)
            return Message("test/other-verdict", {**names, "why": why})
        places = sorted({finding.path for finding in findings})
        at = self.value.get("at")
        if at is not None and str(at) not in places:
            found = ", ".join(places)
            names["place"] = self._place("at")
            return Message("test/other-place", {**names, "at": str(at), "places": found})
        says = self.value.get("says")
        if says is not None and not any(str(says) in _said(finding) for finding in findings):
            names["place"] = self._place("says")
            return Message("test/other-message", {**names, "says": str(says)})
        return None

    def _place(self, field: str) -> str:
        """Return where the case says something: `file:line:column`."""
        span = self.document.place((field,))
        return f"{span.file}:{span.start.line}:{span.start.column}"

    @cached_property
    def _prepared(self) -> tuple[tuple[Subject, ...], Functions]:
        documents = tuple(_changed(self))
        workspace = Workspace(
            settings=self.settings,
            day=self.day,
            schemas=Schemas.from_texts({}),
            blueprint=_blueprint(),
            layers=((*self.context, *documents),),
            rule_files=(self.file,),
            rule_findings=(),
        )
        return tuple(workspace.subjects(documents)), _remembering(workspace.law.functions())


@dataclass(frozen=True, slots=True)
class RuleTrials:
    """A rule that compiles, and its cases (quy tắc cùng các ca của nó)."""

    file: RuleFile
    rule: CompiledRule
    trials: tuple[Trial, ...]


@dataclass(frozen=True, slots=True)
class Suite:
    """The chosen rules with their cases, read once (bộ ca kiểm thử).

    `findings` says what is wrong with the rules or the cases files themselves.
    """

    rules: tuple[RuleTrials, ...]
    findings: tuple[Finding, ...]


def test(paths: Sequence[str], settings: Settings) -> CasesResult:
    """Run the cases of the rules; of a cases file with mistakes only these are said.

    Args:
        paths: Rule files, cases files or folders of them; empty for every rule in use.
        settings: The settings of the workspace.
    """
    return run_suite(open_suite(paths, settings))


def open_suite(paths: Sequence[str], settings: Settings) -> Suite:
    """Return the rules at `paths` with their cases; see `test`."""
    folders = rule_folders(settings)
    files, findings = compile_rules(folders)
    schemas = Schemas.from_texts(library.schema_texts())
    context = _context(folders, schemas)
    rules: list[RuleTrials] = []
    said = [*findings, *_not_there(paths)]
    for file in files:
        if file.compiled is None or not _is_chosen(file, paths):
            continue
        documents, problems = _cases_file(file, schemas)
        said.extend(problems)
        if any(problem.severity is Severity.ERROR for problem in problems):
            continue
        base = tuple(one for one in documents if one.kind != "case")
        trials = (
            Trial(one, base, context, file, settings) for one in documents if one.kind == "case"
        )
        rules.append(RuleTrials(file, file.compiled, tuple(trials)))
    return Suite(tuple(rules), tuple(said))


def run_suite(suite: Suite) -> CasesResult:
    """Run the cases of an opened suite."""
    lines: list[Message] = []
    passed = failed = 0
    for rule in suite.rules:
        outcomes = [trial.complaint(rule.rule) for trial in rule.trials]
        wrong = [line for line in outcomes if line is not None]
        lacking = list(_lacking(rule))
        passed += len(outcomes) - len(wrong)
        failed += len(wrong) + len(lacking)
        lines.extend((*wrong, *lacking))
    return CasesResult(tuple(lines), passed, failed, suite.findings)


def cases_of(file: RuleFile) -> Path:
    """Return where the cases of a rule stand: beside it."""
    return file.path.with_suffix("").with_suffix(CASES)


def _not_there(paths: Iterable[str]) -> Iterator[Finding]:
    """Yield a finding for each path that leads nowhere: no run of it can pass."""
    for path in paths:
        if not Path(path).exists():
            yield from read_bytes(path)[1]


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


def _lacking(rule: RuleTrials) -> Iterator[Message]:
    """Yield what a rule's cases never show: one that passes, one that is violated."""
    shown = {trial.value.get("expect") for trial in rule.trials}
    for verdict in ("pass", "violation"):
        if verdict not in shown:
            yield Message("test/no-case", {"rule": rule.file.id, "verdict": VERDICTS[verdict]})


def _changed(case: Trial) -> Iterator[Document]:
    """Yield the base documents as the case changes them."""
    dropped = case.value.get("without", ())
    listed = dropped if isinstance(dropped, tuple) else ()
    names = frozenset(name for name in listed if isinstance(name, str))
    for document in case.base:
        value = dict(document.value)
        named = _DROPPED.get(document.kind)
        if named is not None and str(value[named]) in names:
            continue
        if document.kind == "catalogue":
            value = {key: _kept_rows(rows, names) for key, rows in value.items()}
        elif document.kind == "procedure":
            value = dict(merged(value, _tree(case.value.get("publication"))))
        elif document.kind == "configuration":
            overrides = merged(_tree(value.get("overrides")), _tree(case.value.get("overrides")))
            value["overrides"] = overrides
            value.update((key, case.value[key]) for key in _OWN if key in case.value)
        yield replace(document, value=value)


def _kept_rows(rows: Value, dropped: frozenset[str]) -> Value:
    """Return a list of a catalogue without the rows whose `id` a case does without."""
    if not isinstance(rows, tuple):
        return rows
    return tuple(row for row in rows if not (isinstance(row, Mapping) and row.get("id") in dropped))


def _remembering(functions: Functions) -> Functions:
    """Return law functions that answer a question once: many forms of a rule ask the same."""
    return {name: _kept(function) for name, function in functions.items()}


def _kept(function: Callable[..., Value]) -> Callable[..., Value]:
    answers: dict[object, tuple[tuple[Value, ...], Value | Undecided]] = {}

    def ask(*arguments: Value) -> Value:
        question = _identity(arguments)
        known = answers.get(question)
        if known is None:
            # The arguments are kept, so that no other value gets their identity.
            known = answers[question] = arguments, _answer(function, arguments)
        answer = known[1]
        if isinstance(answer, Undecided):
            raise answer
        return answer

    return ask


def _answer(function: Callable[..., Value], arguments: tuple[Value, ...]) -> Value | Undecided:
    try:
        return function(*arguments)
    except Undecided as reason:
        return reason.with_traceback(None)


def _identity(value: object) -> object:
    """Return what tells a question from another: trees are never changed in place."""
    if isinstance(value, tuple):
        return tuple(map(_identity, value))
    return ("tree", id(value)) if isinstance(value, Mapping) else (type(value), value)


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
