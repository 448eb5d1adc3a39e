"""`check --timeline`: what a workspace breaks, and when (dòng thời gian).

Time is cut at every day that the workspace's own data, the law and the rules name. Between
two cuts nothing that is declared changes, so one day stands for all of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from tthc_rules.api.checking import read_of, result_of, verdicts_of
from tthc_rules.api.results import CheckResult
from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Progress, Workspace, open_workspace
from tthc_rules.diagnostics import Finding, in_order
from tthc_rules.engine.judging import Verdicts
from tthc_rules.loading import Document
from tthc_rules.model.validity import Validity
from tthc_rules.model.values import Value

Stretch = tuple[date, date]
"""Days from the first up to but not including the second."""


@dataclass(slots=True)
class _Held:
    """One finding and the stretches of days on which it holds."""

    finding: Finding
    stretches: list[Stretch]

    def add(self, start: date, end: date) -> None:
        if self.stretches and self.stretches[-1][1] == start:
            self.stretches[-1] = (self.stretches[-1][0], end)
        else:
            self.stretches.append((start, end))


def check_over_time(
    paths: Sequence[str],
    *,
    settings: Settings,
    start: date,
    end: date,
    progress: Progress | None = None,
) -> CheckResult:
    """Judge what `paths` hold on every day from `start` up to but not including `end`.

    Args:
        paths: As for `check`.
        settings: The settings of the run; their day counts nothing.
        start: The first day.
        end: The first day that is no longer looked at.
        progress: Told how many stretches of days are done, of how many.

    Returns:
        A result whose findings say on which days they hold. Counts are those of the days
        that were judged, one for each stretch.

    Raises:
        ValueError: `end` is not after `start`.
    """
    if end <= start:
        raise ValueError(f"a timeline ends on {end}, not after {start}")
    chosen = tuple(paths) or settings.folders("data") or (settings.folder,)
    workspace, own = open_workspace(settings, start, chosen)
    cuts = _cuts(workspace, start, end)
    held: dict[tuple[object, ...], _Held] = {}
    whole = Verdicts()
    for number, (first, last) in enumerate(pairwise(cuts)):
        verdicts = verdicts_of(workspace.on(first), own.documents)
        for finding in in_order(verdicts.findings):
            held.setdefault(_name(finding), _Held(finding, [])).add(first, last)
        whole.add(replace(verdicts, findings=[]))
        if progress is not None:
            progress(number + 1, len(cuts) - 1)
    said = (*read_of(workspace, own), *_dated(held.values()))
    return replace(result_of(workspace, own, whole, said), until=end)


def _dated(held: Iterable[_Held]) -> Iterator[Finding]:
    for one in held:
        for first, last in one.stretches:
            yield replace(one.finding, in_force=Validity(first, last), occurrence=0)


def _name(finding: Finding) -> tuple[object, ...]:
    """Return what tells findings of different days apart: what they say, and where."""
    message = finding.message
    return (finding.fingerprint, finding.verdict, finding.span, repr(message))


def _cuts(workspace: Workspace, start: date, end: date) -> tuple[date, ...]:
    """Return every day on which something declared changes, between start and end."""
    days = {day for document in _dated_documents(workspace) for day in _days(document.value)}
    horizon = timedelta(days=workspace.settings.horizon)
    for document in workspace.of_kind("instrument"):
        ends = workspace.instruments.force(document.value).end
        days |= {ends - horizon} if ends is not None else set()
    for rule in workspace.rulebook.rules:
        for period in rule.compiled.periods:
            days |= {day for day in (period.start, period.end) if day is not None}
    return (start, *sorted(day for day in days if start < day < end), end)


def _dated_documents(workspace: Workspace) -> Iterator[Document]:
    for kind in ("instrument", "catalogue", "procedure", "configuration"):
        yield from workspace.of_kind(kind)


def _days(value: Value) -> Iterator[date]:
    if isinstance(value, date):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _days(inner)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _days(inner)
