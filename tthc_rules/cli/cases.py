"""`tthc-rules test`: the cases of the rules, and how much they show (trường hợp thử)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, NoReturn

import click

from tthc_rules.cli import exit_codes
from tthc_rules.cli.commands import Command, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.parameters import Number, argument, option
from tthc_rules.cli.watching import again
from tthc_rules.cli.workspace import has_errors, settings_of, shown_findings
from tthc_rules.report.measures import measures
from tthc_rules.report.messages import say, sentence
from tthc_rules.report.palette import COLOURED, PLAIN

if TYPE_CHECKING:
    from tthc_rules.api import Measurement
    from tthc_rules.cli.console import Console

_ALL = 100


@dataclass(frozen=True, slots=True)
class _Asked:
    """What is asked of the cases; a share of None is not measured.

    Attributes:
        paths: Rules to test.
        coverage: Percent of each rule that its cases must show.
        score: Percent of the slips in each rule that its cases must notice.
    """

    paths: tuple[str, ...]
    coverage: int | None
    score: int | None


@click.command(
    "test",
    cls=Command,
    examples=(
        "tthc-rules test",
        "tthc-rules test rules/time-limit --coverage --mutate",
        "tthc-rules test --coverage --min-coverage 90 --min-score 90",
        "tthc-rules test rules/fee/above-law.tthc --watch",
    ),
)
@argument("paths", nargs=-1, words="paths.test")
@option("--coverage", is_flag=True)
@option("--min-coverage", type=Number(0, _ALL), shape="number")
@option("--mutate", is_flag=True)
@option("--min-score", type=Number(0, _ALL), shape="number")
@option("--watch", is_flag=True)
@click.pass_context
def test(
    ctx: click.Context,
    *,
    paths: tuple[str, ...],
    coverage: bool,
    min_coverage: int | None,
    mutate: bool,
    min_score: int | None,
    watch: bool,
) -> ExitCode:
    """Run the cases of the rules (chạy trường hợp thử)."""
    console = console_of(ctx)
    least = _ALL if coverage and min_coverage is None else min_coverage
    score = 0 if mutate and min_score is None else min_score
    asked = _Asked(paths, least, score)
    if watch:
        _watch(console, asked)
    return _tested(console, asked)


def _tested(console: Console, asked: _Asked) -> ExitCode:
    from tthc_rules import api

    settings = settings_of(console, {})
    measured: list[tuple[str, Measurement, int]] = []
    if asked.coverage is None and asked.score is None:
        outcome = api.test(asked.paths, settings)
    else:
        suite = api.open_suite(asked.paths, settings)
        outcome = api.run_suite(suite)
        if asked.coverage is not None:
            measured.append(("coverage", api.coverage(suite), asked.coverage))
        if asked.score is not None:
            measured.append(("mutation", api.mutation(suite), asked.score))
    if outcome.findings:
        console.err(shown_findings(console, outcome.findings))
    lang = console.lang
    lines = [sentence(line, lang) for line in outcome.lines]
    sums: list[str] = []
    for kind, measurement, least in measured:
        if measurement.rules:
            lines.extend(_shown(console, kind, measurement))
            sums.extend(_sum(lang, kind, measurement, least))
    counts = {"passed": str(outcome.passed), "failed": str(outcome.failed)}
    kind = "summary" if outcome.passed + outcome.failed else "nothing"
    lines += [say(f"cli/test.{kind}", lang, **counts), *sums]
    console.out("".join(f"{line}\n" for line in lines))
    return exit_codes.of_test(
        passed=outcome.passed,
        failed=outcome.failed,
        misconfigured=has_errors(outcome.findings),
        short=any(rule.percent < least for _, found, least in measured for rule in found.rules),
    )


def _shown(console: Console, kind: str, measurement: Measurement) -> Iterator[str]:
    palette = COLOURED if console.colours_out else PLAIN
    yield from measures(measurement.rules, kind, console.lang, palette)
    yield ""


def _sum(lang: str, kind: str, measurement: Measurement, least: int) -> Iterator[str]:
    values = {
        "percent": str(measurement.percent),
        "reached": str(measurement.reached),
        "total": str(measurement.total),
    }
    yield say(f"test/{kind}.sum", lang, **values)
    short = [rule.rule for rule in measurement.rules if rule.percent < least]
    if short:
        yield say("test/measure.short", lang, least=str(least), rules=", ".join(short))


def _watch(console: Console, asked: _Asked) -> NoReturn:
    """Test again after every change; a wrong setting is said, and waited for to be righted."""

    def once() -> tuple[str, ...]:
        places: tuple[str, ...] = (".",)
        with suppress(click.exceptions.Exit):
            settings = settings_of(console, {})
            own = (settings.file,) if settings.file else ()
            places = (*settings.folders("rules"), *asked.paths, *own)
            _tested(console, asked)
        console.err(f"{say('cli/test.watching', console.lang)}\n")
        return places

    again(once)
