"""`tthc-rules rules` and `explain`: what the rules say (các quy tắc)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

import click

from tthc_rules.cli.commands import Command, Group, console_of
from tthc_rules.cli.exit_codes import ExitCode
from tthc_rules.cli.failures import say_error
from tthc_rules.cli.parameters import Day, Misuse, OneOf, argument, option
from tthc_rules.cli.workspace import has_errors, on_a_day, settings_of, shown_findings
from tthc_rules.diagnostics import Message
from tthc_rules.model.text import Text
from tthc_rules.report.escape import json_safe, shown
from tthc_rules.report.excerpt import display_width
from tthc_rules.report.messages import say, sentence, table
from tthc_rules.spelling import nearest

if TYPE_CHECKING:
    from tthc_rules.api.results import RuleInfo
    from tthc_rules.api.tracing import Explained
    from tthc_rules.cli.console import Console


_FINGERPRINT: Final = re.compile(r"[0-9a-fA-F]{6,32}")
_WORDS: Final = ("cli/", "docs/", "fmt/", "report/", "trace/")
"""Keys of sentences that are no codes of findings."""


@click.group("rules", cls=Group)
@click.pass_context
def rules(ctx: click.Context) -> ExitCode:
    """Look at the rules (các quy tắc)."""
    if ctx.invoked_subcommand is None:
        console_of(ctx).out(ctx.get_help() + "\n")
    return ExitCode.CLEAN


@rules.command("list")
@option("--format", "format_", type=OneOf(("text", "json")), shape="format", default="text")
@click.pass_context
def list_(ctx: click.Context, format_: str) -> ExitCode:
    """List the rules (liệt kê)."""
    console = console_of(ctx)
    known, code = _known(console)
    if format_ == "json":
        console.out(
            json_safe(json.dumps([_json(rule) for rule in known], ensure_ascii=False, indent=2))
            + "\n"
        )
    else:
        console.out("".join(f"{line}\n" for line in _rows(known, console.lang)))
    return code if known or code else ExitCode.NOTHING


@rules.command("show")
@argument("rule")
@click.pass_context
def show(ctx: click.Context, rule: str) -> ExitCode:
    """Print one rule with its text (in quy tắc)."""
    console = console_of(ctx)
    known, code = _known(console)
    found = _find(rule, known)
    if found is None:
        return _no_rule(console, rule, [one.id for one in known])
    lines = "\n".join(shown(line) if line else "" for line in found.text.rstrip("\n").split("\n"))
    head = f"{say('cli/rule.file', console.lang)}: {shown(found.file)}"
    console.out(f"{shown(found.id)}\n{head}\n\n{lines}\n")
    return code


@click.command(
    "explain",
    cls=Command,
    examples=(
        "tthc-rules explain yaml/bad-value",
        "tthc-rules explain time-limit/longer-than-law --plain",
        "tthc-rules explain time-limit/longer-than-law --trace 1.012756@40",
        "tthc-rules explain 3fa2c1d0",
    ),
)
@argument("rule", words="explain.rule")
@option("--plain", is_flag=True)
@option("--trace", shape="subject")
@option("--as-of", "as_of", type=Day(), shape="day", envvar="TTHC_RULES_AS_OF")
@click.pass_context
def explain(
    ctx: click.Context, *, rule: str, plain: bool, trace: str | None, as_of: date | None
) -> ExitCode:
    """Explain a rule, a code or one finding in words (giải thích)."""
    from tthc_rules import api

    console = console_of(ctx)
    special = plain or trace is not None
    if rule in _codes():
        if special:
            raise Misuse(Message("cli/only-rules", {"name": rule}), None, ctx)
        return _printed(console, _code_page(rule, console.lang))
    if _FINGERPRINT.fullmatch(rule) and not special:
        settings = on_a_day(settings_of(console, {"as_of": as_of}))
        return _explained(console, api.explain_finding(rule.lower(), settings))
    known, code = _known(console)
    found = _find(rule, known)
    if found is None:
        return _no_rule(console, rule, [*(one.id for one in known), *_codes()])
    if trace is not None:
        settings = on_a_day(settings_of(console, {"as_of": as_of}))
        return _explained(console, api.explain_subject(found.id, trace, settings)) or code
    told = replace(found, plain=api.plain_text(found))
    _printed(console, _sentences(told, console.lang) if plain else _page(told, console.lang))
    return code


def _printed(console: Console, lines: Iterable[str]) -> ExitCode:
    console.out("".join(f"{line}\n" for line in lines))
    return ExitCode.CLEAN


def _explained(console: Console, explained: Explained) -> ExitCode:
    if explained.problem is not None:
        say_error(console, explained.problem, explained.remedy)
        return ExitCode.MISUSED
    return _printed(console, (sentence(line, console.lang) for line in explained.lines))


def _sentences(rule: RuleInfo, lang: str) -> Iterator[str]:
    if rule.plain is not None:
        words = rule.plain.en if lang == "en" else rule.plain.vi
        yield from (shown(line) for line in words.splitlines())


def _known(console: Console) -> tuple[tuple[RuleInfo, ...], ExitCode]:
    from tthc_rules import api

    known, findings = api.rules(settings_of(console, {}))
    if findings:
        console.err(shown_findings(console, findings))
    return known, ExitCode.MISUSED if has_errors(findings) else ExitCode.CLEAN


def _find(name: str, known: tuple[RuleInfo, ...]) -> RuleInfo | None:
    return next((rule for rule in known if rule.id == name), None)


def _no_rule(console: Console, name: str, ids: list[str]) -> ExitCode:
    near = nearest(name, ids)
    remedy = Message("cli/did-you-mean", {"name": near}) if near else Message("cli/no-rule.help")
    say_error(console, Message("cli/no-rule", {"name": name}), remedy)
    return ExitCode.MISUSED


def _rows(known: tuple[RuleInfo, ...], lang: str) -> Iterator[str]:
    width = max((display_width(shown(rule.id)) for rule in known), default=0)
    words = {rule.severity: say(f"report/severity.{rule.severity.value}", lang) for rule in known}
    second = max(map(display_width, words.values()), default=0)
    for rule in known:
        name, word = shown(rule.id), words[rule.severity]
        gap, next_gap = " " * (width - display_width(name)), " " * (second - display_width(word))
        mark = f" {say('cli/rule.off', lang)}" if rule.off else ""
        yield f"{name}{gap}  {word}{next_gap}  {sentence(rule.title, lang)}{mark}"
    if not known:
        yield say("cli/rules.none", lang)
        return
    yield ""
    key = "cli/rules.count.one" if len(known) == 1 else "cli/rules.count"
    yield say(key, lang, n=str(len(known)))


def _page(rule: RuleInfo, lang: str) -> Iterator[str]:
    yield shown(rule.id)
    yield sentence(rule.title, lang)
    if rule.plain is not None:
        yield ""
        yield from _sentences(rule, lang)
    yield ""
    yield from _labelled(_facts(rule, lang), lang)


def _facts(rule: RuleInfo, lang: str) -> Iterator[tuple[str, str]]:
    yield "severity", say(f"report/severity.{rule.severity.value}", lang)
    basis = "; ".join(map(shown, rule.basis))
    yield "basis", basis or say("report/basis.convention", lang)
    if rule.force:
        yield "force", "; ".join(sentence(period, lang) for period in rule.force)
    yield "applies-to", sentence(rule.applies_to, lang)
    yield "message", sentence(rule.message, lang)
    if rule.help is not None:
        yield "help", sentence(rule.help, lang)
    suppressible = "suppressible" if rule.suppressible else "not-suppressible"
    yield "suppression", say(f"cli/rule.{suppressible}", lang)
    yield "cases", str(rule.cases)
    yield "file", shown(rule.file)


def _labelled(facts: Iterator[tuple[str, str]], lang: str) -> Iterator[str]:
    rows = [(say(f"cli/rule.{name}", lang), text) for name, text in facts]
    width = max(display_width(label) for label, _ in rows)
    for label, text in rows:
        yield f"{label}:{' ' * (width - display_width(label))} {text}"


def _codes() -> frozenset[str]:
    """Return the codes that the tool itself reports; each may have several messages."""
    return frozenset(key.partition(".")[0] for key in table() if not key.startswith(_WORDS))


def _code_page(code: str, lang: str) -> Iterator[str]:
    yield code
    for key in table():
        if key.partition(".")[0] == code:
            label = "report/label.help" if key.endswith(".help") else "cli/code.message"
            yield f"{say(label, lang)}: {say(key, lang)}"
    yield f"{say('report/label.basis', lang)}: {say('report/basis.convention', lang)}"
    yield say("cli/code.note", lang)


def _json(rule: RuleInfo) -> dict[str, object]:
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "title": _both(rule.title),
        "basis": list(rule.basis),
        "force": [_both(period) for period in rule.force],
        "applies_to": _both(rule.applies_to),
        "message": _both(rule.message),
        "help": None if rule.help is None else _both(rule.help),
        "suppressible": rule.suppressible,
        "cases": rule.cases,
        "off": rule.off,
        "file": rule.file,
    }


def _both(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en}
