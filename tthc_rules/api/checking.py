"""`check`: every misconfiguration of a workspace, with the law it breaks (kiểm tra)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from tthc_rules.api.cache import Cache
from tthc_rules.api.parallel import dealt, over_slices
from tthc_rules.api.results import CheckResult, Tally
from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Loaded, Progress, Workspace, open_workspace
from tthc_rules.checks.identities import check_items, check_published
from tthc_rules.checks.norms import check_norms
from tthc_rules.checks.references import check_references
from tthc_rules.checks.routes import check_route
from tthc_rules.diagnostics import Finding, Message, Severity, Verdict, in_order
from tthc_rules.engine.judging import Judge, Verdicts, silenced
from tthc_rules.engine.subjects import Configuration, Subject, rows
from tthc_rules.loading import Document
from tthc_rules.source import Source
from tthc_rules.spelling import nearest

JUDGED: Final = frozenset({"procedure", "configuration"})
"""Kinds of documents that rules judge."""


def check(
    paths: Sequence[str],
    *,
    settings: Settings,
    progress: Progress | None = None,
    cache: Path | None = None,
) -> CheckResult:
    """Judge what `paths` hold, or the workspace's own data, on the day of the settings.

    Args:
        paths: Files and folders; empty for the data folders that the settings name, or the
            current folder where they name none.
        settings: The settings of the run; `as_of` is set.
        progress: Told how many files are read, of how many.
        cache: A folder of the user alone where compiled rules are kept; None for no cache.

    Raises:
        ValueError: The settings name no day: only a door may read the clock.
    """
    day = settings.as_of
    if day is None:
        raise ValueError("check needs a day")
    chosen = tuple(paths) or settings.folders("data") or (settings.folder,)
    kept = None if cache is None else Cache(cache)
    workspace, own = open_workspace(settings, day, chosen, progress=progress, cache=kept)
    verdicts = verdicts_of(workspace, own.documents)
    return result_of(workspace, own, verdicts, (*read_of(workspace, own), *verdicts.findings))


def read_of(workspace: Workspace, own: Loaded) -> tuple[Finding, ...]:
    """Return what was said while files, rules and the law data were read."""
    return (
        *own.findings,
        *workspace.rule_findings,
        *_context(workspace, own),
        *_unknown_rules(workspace),
        *workspace.policies[1],
    )


def _unknown_rules(workspace: Workspace) -> Iterator[Finding]:
    """Yield a finding for each rule that the settings name and nobody wrote."""
    known = [file.id for file in workspace.rule_files]
    for name in sorted(workspace.settings.severities.keys() - set(known)):
        near = nearest(name, known)
        yield Finding(
            code="settings/unknown-rule",
            severity=Severity.WARNING,
            span=None,
            message=Message("settings/unknown-rule", {"rule": name}),
            help=Message("settings/unknown-rule.near", {"near": near}) if near else None,
            subject=name,
        )


def verdicts_of(workspace: Workspace, judged: Sequence[Document]) -> Verdicts:
    """Return what is found of the documents, by several processes that share the context.

    The context is made before the processes part, so that it is made once.
    """
    workspace.prepare()
    jobs = workspace.settings.processes
    whole = Verdicts()
    turns = dealt(judged, jobs)
    for part in over_slices(lambda documents: _judged(workspace, documents), turns, jobs):
        whole.add(part)
    return whole


def _judged(workspace: Workspace, documents: Iterable[Document]) -> Verdicts:
    """Return what rules and checks say of documents, one document after another."""
    judge = Judge(workspace.rulebook, workspace.law.functions(), workspace.day)
    for document in documents:
        subject = workspace.subject(document)
        name = document.kind
        if subject is not None:
            name = subject.name
            judge.put(subject)
            for use in workspace.uses(document, name):
                judge.put(use)
        for row in rows(document):
            judge.put(row)
        judge.verdicts.findings.extend(_integrity(workspace, document, subject, name))
    return judge.verdicts


def _integrity(
    workspace: Workspace, document: Document, subject: Subject | None, name: str
) -> Iterator[Finding]:
    yield from check_references(
        document, workspace.references, workspace.register, workspace.instruments, name
    )
    yield from check_items(document, name)
    yield from check_norms(document, workspace.world, workspace.names, workspace.law.inquiry)
    if isinstance(subject, Configuration):
        yield from check_published(document, workspace.publications.keys(), name)
        yield from subject.effective.unmatched_removals()
        yield from check_route(subject, workspace.law)


def _context(workspace: Workspace, own: Loaded) -> Iterator[Finding]:
    """Yield what is wrong with law data and catalogues, where it is judged."""
    files = {document.file for document in own.documents}
    for finding in workspace.context_findings():
        if finding.span is None or finding.span.file in files:
            yield finding


def result_of(
    workspace: Workspace, own: Loaded, verdicts: Verdicts, said: Iterable[Finding]
) -> CheckResult:
    """Return the result of a run in which `said` was found."""
    ordered = in_order(silenced(said, workspace.rulebook))
    findings = tuple(one for one in ordered if one.verdict is not Verdict.UNDECIDED)
    undecided = tuple(one for one in ordered if one.verdict is Verdict.UNDECIDED)
    rule_errors = [one for one in workspace.rule_findings if one.severity is Severity.ERROR]
    return CheckResult(
        day=workspace.day,
        findings=findings,
        undecided=undecided,
        tallies={
            name: Tally(count.passed, count.violated, count.not_applicable, count.undecided)
            for name, count in sorted(verdicts.counts.items())
        },
        files=own.files,
        procedures=sum(1 for one in own.documents if one.kind in JUDGED),
        sources=_sources(workspace, own, ordered),
        unopened=own.unopened,
        misconfigured=bool(rule_errors),
        missing_path=any(finding.code == "file/missing" for finding in own.findings),
    )


def _sources(workspace: Workspace, own: Loaded, findings: Iterable[Finding]) -> dict[str, Source]:
    """Return the text of every file that a finding points into."""
    wanted = {
        span.file
        for finding in findings
        for span in (finding.span, *(related.span for related in finding.related))
        if span is not None
    }
    texts = {file: text for file, text in own.texts.items() if file in wanted} | {
        document.file: document.text
        for layer in (*workspace.layers, own.documents)
        for document in layer
        if document.file in wanted
    }
    sources = {file: Source(file, text) for file, text in texts.items()}
    sources.update(
        (file.source.file, file.source)
        for file in workspace.rule_files
        if file.source.file in wanted
    )
    return sources
