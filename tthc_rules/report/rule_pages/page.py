"""The page of one rule (trang của một quy tắc)."""

from __future__ import annotations

from collections.abc import Container, Iterator

from tthc_rules.diagnostics import Severity
from tthc_rules.report.messages import both, say
from tthc_rules.report.rule_pages.facts import Example, RulePage
from tthc_rules.report.rule_pages.markdown import fenced, link, prose, side, table, whole
from tthc_rules.report.sentences import period, severity_word


def file_of(rule_id: str) -> str:
    """Return where the page of a rule is, from the folder of all pages."""
    return f"{rule_id}.md"


def rule_page(rule: RulePage, known: Container[str]) -> str:
    """Return the page of a rule: in Vietnamese with its examples, then in English.

    Args:
        rule: What it tells.
        known: The ids of all rules that have a page.
    """
    return whole((*_vietnamese(rule, known), "", *_english(rule, known)))


def _vietnamese(rule: RulePage, known: Container[str]) -> Iterator[str]:
    yield f"# {side(rule.titles, 'vi')}"
    yield ""
    ways = (link(say("docs/all-rules", "vi"), _up("README.md")), link("English", "#english"))
    yield " · ".join((f"`{rule.id}`", *ways))
    yield ""
    yield from _told(rule, known, "vi")
    yield from _examples(rule)
    yield f"## {say('docs/source', 'vi')}"
    yield ""
    yield from _source(rule, "vi")


def _english(rule: RulePage, known: Container[str]) -> Iterator[str]:
    yield "## English"
    yield ""
    yield f"**{side(rule.titles, 'en')}**"
    yield ""
    yield from _told(rule, known, "en")
    for key, example in (("passing", rule.passing), ("failing", rule.failing)):
        if example is not None:
            yield f"{_heading('en')}{say(f'docs/{key}', 'en')}"
            yield ""
            yield say("docs/case-above", "en", name=prose(example.name))
            yield ""
            yield from _shown(example, "en")
            yield ""
    yield f"{_heading('en')}{say('docs/source', 'en')}"
    yield ""
    yield from _source(rule, "en")


def _told(rule: RulePage, known: Container[str], lang: str) -> Iterator[str]:
    head = _heading(lang)
    yield f"{head}{say('docs/asks', lang)}"
    yield ""
    yield from (f"- {side(one, lang)}" for one in rule.plain)
    yield ""
    yield f"{head}{say('docs/facts', lang)}"
    yield ""
    yield from table(("", ""), _facts(rule, known, lang))
    yield ""
    yield f"{head}{say('docs/basis', lang)}"
    yield ""
    yield from _basis(rule, lang)
    yield ""
    yield f"{head}{say('docs/says', lang)}"
    yield ""
    yield f"> {side(rule.message, lang)}"
    if rule.help is not None:
        yield ">"
        yield f"> {say('docs/remedy', lang)}: {side(rule.help, lang)}"
    if rule.has_fix:
        yield ""
        yield f"{say('docs/has-fix', lang)}."
    yield ""


def _heading(lang: str) -> str:
    return "### " if lang == "en" else "## "


def _facts(rule: RulePage, known: Container[str], lang: str) -> Iterator[tuple[str, str]]:
    yield say("docs/severity", lang), _severity(rule, lang)
    key = "suppressible" if rule.suppressible else "not-suppressible"
    yield say("docs/suppression", lang), say(f"cli/rule.{key}", lang)
    always = say("docs/always", lang)
    periods = "; ".join(period(one, lang) or always for one in rule.periods)
    yield say("docs/force", lang), periods
    yield say("docs/applies-to", lang), side(rule.collection, lang)
    if rule.silences:
        names = (
            link(f"`{one}`", _up(file_of(one))) if one in known else f"`{one}`"
            for one in rule.silences
        )
        yield say("docs/silences", lang), ", ".join(names)


def _severity(rule: RulePage, lang: str) -> str:
    word = severity_word(rule.severity, lang)
    if rule.counts_as is rule.severity or rule.severity is not Severity.ERROR:
        return word
    return say("docs/counts-as", lang, severity=word, counted=severity_word(rule.counts_as, lang))


def _basis(rule: RulePage, lang: str) -> Iterator[str]:
    for one in rule.basis:
        verified = say(f"docs/{'verified' if one.law.verified else 'unverified'}", lang)
        title = f" — {prose(one.law.title)}" if one.law.title else ""
        yield f"- {side(one.cited, lang)}{title} ({verified})"
    if rule.convention:
        yield f"- {say('report/basis.convention', lang)}"


def _examples(rule: RulePage) -> Iterator[str]:
    for key, example in (("passing", rule.passing), ("failing", rule.failing)):
        if example is None:
            continue
        yield f"## {say(f'docs/{key}', 'vi')}"
        yield ""
        yield f"{prose(example.name)}:"
        yield ""
        yield from fenced(example.change, "yaml")
        yield ""
        yield from _shown(example, "vi")
        yield ""
    if rule.sample:
        yield "<details>"
        yield f"<summary>{say('docs/sample', 'vi')}</summary>"
        yield ""
        yield from fenced(rule.sample, "yaml")
        yield ""
        yield "</details>"
        yield ""


def _shown(example: Example, lang: str) -> Iterator[str]:
    if example.shown is None:
        yield f"{say('docs/nothing-found', lang)}."
        return
    found = example.shown
    place = f"`{found.path}`" if found.path else say("docs/whole", lang)
    yield f"> {place}: {side(both(found.message), lang)}"
    if found.help is not None:
        yield ">"
        yield f"> {say('docs/remedy', lang)}: {side(both(found.help), lang)}"


def _source(rule: RulePage, lang: str) -> Iterator[str]:
    words = say("docs/rule-file", lang), say("docs/cases-file", lang, n=str(rule.cases))
    for text, target in zip(words, (rule.source, rule.cases_source), strict=True):
        yield f"- {link(text, target) if rule.linked else f'{text}: `{target}`'}"


def _up(file: str) -> str:
    """Return the way from a rule's page to another one of all pages."""
    return f"../{file}"
