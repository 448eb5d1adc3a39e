"""`explain` of one verdict: what a rule read and asked, and what settled it (giải thích).

A finding is found again in a fresh check; a rule is put to one subject. Both are told by the
traced rule, whose verdict is that of the rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tthc_rules import library
from tthc_rules.api.checking import read_of, result_of, verdicts_of
from tthc_rules.api.explaining import collection_text, force_text
from tthc_rules.api.rules import RuleFile
from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Workspace, open_workspace
from tthc_rules.diagnostics import Basis, Finding, Message
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.rulebook import rulebook
from tthc_rules.engine.subjects import Subject
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiled import CompiledRule, Outcome
from tthc_rules.lang.compiler import CheckedRule, check_rule
from tthc_rules.lang.trace import Step, Trace, traced
from tthc_rules.lang.written import cited
from tthc_rules.loading import Document
from tthc_rules.model.text import Text, day_text
from tthc_rules.model.values import Value
from tthc_rules.report.messages import both
from tthc_rules.report.tracing import TraceWriter

ATTRIBUTES: Final = {
    "time_limit_by_law": "time_limit",
    "national_time_limit": "time_limit",
    "change_of_kind": "time_limit",
    "fee_by_law": "fee",
}
"""The attribute that a law function asks about; of a fee line its own type says."""


@dataclass(frozen=True, slots=True)
class Explained:
    """How a verdict came about (lời giải thích).

    Attributes:
        lines: The explanation; empty where there is none.
        problem, remedy: Why there is none.
    """

    lines: tuple[Text, ...] = ()
    problem: Message | None = None
    remedy: Message | None = None


def explain_finding(prefix: str, settings: Settings) -> Explained:
    """Return how a finding of a fresh check came about.

    Args:
        prefix: The first digits of its fingerprint.
        settings: The settings of the workspace; `as_of` is set.

    Raises:
        ValueError: The settings name no day: only a door may read the clock.
    """
    day = _day(settings)
    chosen = settings.folders("data") or (settings.folder,)
    workspace, own = open_workspace(settings, day, chosen)
    verdicts = verdicts_of(workspace, own.documents)
    said = (*read_of(workspace, own), *verdicts.findings)
    result = result_of(workspace, own, verdicts, said)
    every = (*result.findings, *result.undecided)
    found = [one for one in every if one.fingerprint.startswith(prefix)]
    if not found:
        return Explained((), Message("cli/no-finding", {"name": prefix}), _NO_FINDING)
    if len(found) > 1:
        names = ", ".join(sorted(one.fingerprint[:12] for one in found)[:6])
        return Explained((), Message("cli/many-findings", {"name": prefix, "names": names}))
    return Explained(tuple(_of_finding(workspace, found[0], own.documents)))


_NO_FINDING: Final = Message("cli/no-finding.help")


def explain_subject(rule_id: str, asked: str, settings: Settings) -> Explained:
    """Return how a rule judges one subject, or why it does not apply.

    Args:
        rule_id: The rule, which compiles.
        asked: `CODE` or `CODE@TERRITORY`; a number or an id for what has no code.
        settings: The settings of the workspace; `as_of` is set.
    """
    workspace, _ = open_workspace(settings, _day(settings))
    file = next(one for one in workspace.rule_files if one.id == rule_id)
    teller = _Teller(workspace, file)
    rule = teller.rule
    known = [one for kind in workspace.documents.values() for one in kind]
    subjects = [
        one
        for one in workspace.subjects(_likely(known, asked))
        if one.collection == rule.collection and _is_asked(one, asked)
    ]
    if not subjects:
        values: dict[str, Text | str] = {
            "rule": rule_id,
            "collection": collection_text(rule.collection, teller.vocabulary),
            "name": asked,
        }
        return Explained((), Message("cli/no-subject", values), Message("cli/no-subject.help"))
    told = (line for subject in subjects for line in teller.about(subject))
    return Explained((*teller.heading(), *told))


def _day(settings: Settings) -> date:
    if settings.as_of is None:
        raise ValueError("an explanation needs a day")
    return settings.as_of


def _likely(documents: Iterable[Document], asked: str) -> Iterator[Document]:
    """Yield the documents that may hold the subject: others are not taken apart."""
    name = asked.partition("@")[0]
    for document in documents:
        own = document.value.get("code", document.value.get("procedure"))
        if own is None or own == name:
            yield document


def _is_asked(subject: Subject, asked: str) -> bool:
    name, _, territory = asked.partition("@")
    if territory:
        return subject.name == f"{name} {territory}"
    return name in (subject.name, subject.name.partition(" ")[0])


def _of_finding(
    workspace: Workspace, finding: Finding, documents: Iterable[Document]
) -> Iterator[Text]:
    yield both(Message("trace/fingerprint", {"fingerprint": finding.fingerprint}))
    file = next((one for one in workspace.rule_files if one.id == finding.code), None)
    if file is None or file.compiled is None:
        yield both(finding.message)
        yield both(Message("trace/by-tool"))
        return
    teller = _Teller(workspace, file)
    yield from teller.heading()
    for subject in workspace.subjects(documents):
        if subject.collection == teller.rule.collection and subject.name == finding.subject:
            for trace in teller.traces(subject):
                if _is_of(trace.outcome, subject, finding):
                    yield from teller.told(subject, trace)
                    return
    yield both(Message("trace/gone"))


def _is_of(outcome: Outcome, subject: Subject, finding: Finding) -> bool:
    if outcome.verdict is not finding.verdict or outcome.facts != finding.facts:
        return False
    placed = subject.place(outcome.pointer)
    return (placed.span, placed.path) == (finding.span, finding.path)


class _Teller:
    """Tells how one rule judges."""

    def __init__(self, workspace: Workspace, file: RuleFile) -> None:
        self.vocabulary = vocabulary(Blueprint.from_texts(library.schema_texts()))
        checked, findings = check_rule(file.source, file.id, self.vocabulary)
        if checked is None or file.compiled is None:
            raise AssertionError(f"{file.id} compiled, and now has {len(findings)} mistakes")
        self._workspace = workspace
        self._checked: CheckedRule = checked
        self._writer = TraceWriter(checked, self.vocabulary)
        self._traced = traced(checked, self.vocabulary)
        self._basis = rulebook((file.compiled,), workspace.instruments, {}).rules[0].basis

    @property
    def rule(self) -> CompiledRule:
        """The rule."""
        return self._traced.rule

    def heading(self) -> Iterator[Text]:
        """Yield which rule it is, and of which day the law."""
        yield both(Message("trace/rule", {"rule": self.rule.id, "title": self.rule.titles}))
        yield both(Message("trace/day", {"day": day_text(self._workspace.day)}))

    def traces(self, subject: Subject) -> tuple[Trace, ...]:
        """Return how the rule judges a subject."""
        functions = self._workspace.law.functions()
        return self._traced.traces(subject.value, functions, self._workspace.day)

    def about(self, subject: Subject) -> Iterator[Text]:
        """Yield everything on one subject."""
        if not self.rule.in_force(self._workspace.day):
            force = [force_text(period) for period in self.rule.periods]
            values: dict[str, Text | str] = {
                "day": day_text(self._workspace.day),
                "force": Text(
                    "; ".join(one.vi for one in force), "; ".join(one.en for one in force)
                ),
            }
            yield both(Message("trace/not-in-force", values))
            return
        traces = self.traces(subject)
        if not traces:
            yield both(Message("trace/subject", {"subject": subject.name}))
            yield both(Message("trace/nothing-judged"))
        for trace in traces:
            yield from self.told(subject, trace)

    def told(self, subject: Subject, trace: Trace) -> Iterator[Text]:
        """Yield everything on one outcome."""
        outcome = trace.outcome
        placed = subject.place(outcome.pointer)
        span = placed.span
        place = f"{span.file}:{span.start.line}:{span.start.column}"
        yield Text("", "")
        yield both(Message("trace/subject", {"subject": subject.name}))
        yield both(Message("trace/at", {"path": placed.path, "place": place}))
        verdict = both(Message(f"trace/{outcome.verdict.value}"))
        yield both(Message("trace/verdict", {"verdict": verdict}))
        if outcome.message is not None:
            yield both(Message("trace/message", {"message": outcome.message}))
        if outcome.help is not None:
            yield both(Message("trace/help", {"help": outcome.help}))
        yield from self._writer.lines(trace)
        if outcome.exemption is not None:
            yield both(Message("trace/exempted", {"citation": cited(outcome.exemption)}))
        yield both(Message("trace/basis", {"basis": _grounds(self._basis, self.rule)}))
        for command in self._receipts(trace):
            yield both(Message("trace/receipt", {"command": command}))

    def _receipts(self, trace: Trace) -> Iterator[str]:
        """Yield the commands that show the receipt of each answer of the law."""
        commands = (
            _command(step, self._workspace.day)
            for clause in trace.clauses
            for step in _all(clause.step)
        )
        yield from dict.fromkeys(command for command in commands if command is not None)


def _grounds(basis: tuple[Basis, ...], rule: CompiledRule) -> Text:
    unverified = both(Message("trace/unverified"))
    convention = both(Message("report/basis.convention"))
    vi = [one.citation if one.verified else f"{one.citation} ({unverified.vi})" for one in basis]
    en = [one.citation if one.verified else f"{one.citation} ({unverified.en})" for one in basis]
    if rule.convention or not basis:
        vi.append(convention.vi)
        en.append(convention.en)
    return Text("; ".join(vi), "; ".join(en))


def _all(step: Step) -> Iterator[Step]:
    yield step
    for part in step.parts:
        yield from _all(part)


def _command(step: Step, day: date) -> str | None:
    """Return the `why` that shows on what an answer rests, None where there is none."""
    function = getattr(step.term, "function", None)
    attribute = ATTRIBUTES.get(getattr(function, "name", ""))
    if attribute is None or len(step.asked) < 3:
        return None
    whole, case, channel, *more = (_record(value) for value in step.asked)
    territory = whole.get("territory", "VN")
    words = ["tthc-rules why", str(whole.get("code", "")), attribute]
    if more:
        words[2] = "charge" if more[0].get("type") == "charge" else attribute
    words += ["--territory", str(territory), "--case", str(case.get("id", "default"))]
    words += ["--channel", str(channel.get("channel", ""))]
    if more:
        words += ["--charge", str(more[0].get("charge", ""))]
    return " ".join([*words, "--as-of", day.isoformat()])


def _record(value: Value) -> Mapping[str, Value]:
    return value if isinstance(value, Mapping) else {}
