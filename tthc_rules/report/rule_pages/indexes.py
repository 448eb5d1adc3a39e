"""The ways that lead to a rule (mục lục): by topic, by provision of the law, by day of force.

From the first page a reader is two clicks from any rule, whatever is known of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from tthc_rules.model.text import day_text
from tthc_rules.report.messages import say, table
from tthc_rules.report.rule_pages import markdown
from tthc_rules.report.rule_pages.facts import Family, Provision, RulePage, TextOfLaw
from tthc_rules.report.rule_pages.markdown import anchor, link, prose, side, whole
from tthc_rules.report.rule_pages.page import file_of
from tthc_rules.report.sentences import severity_word

FIRST: Final = "README.md"
LAW: Final = "law.md"
FORCE: Final = "force.md"

_NUMBER: Final = re.compile(r"[0-9]+")


def indexes(rules: Sequence[RulePage], left_out: Sequence[Family]) -> Mapping[str, str]:
    """Return the pages that list the rules, by file name.

    Args:
        rules: All rules, by id.
        left_out: The pages on rules that could not be built.
    """
    return {
        FIRST: whole(_first(rules, left_out)),
        LAW: whole(_law(rules)),
        FORCE: whole(_force(rules)),
    }


def _both(key: str, **values: str) -> str:
    """Return a sentence in both languages, Vietnamese before English."""
    return f"{say(key, 'vi', **values)} · *{say(key, 'en', **values)}*"


def _first(rules: Sequence[RulePage], left_out: Sequence[Family]) -> Iterator[str]:
    yield f"# {say('docs/index', 'vi')} · {say('docs/index', 'en')}"
    yield ""
    yield _both("docs/index.intro", n=str(len(rules)))
    yield ""
    yield f"- {link(_both('docs/by-law'), LAW)}"
    yield f"- {link(_both('docs/by-force'), FORCE)}"
    if left_out:
        yield f"- {_both('docs/not-built')}"
        yield from (
            f"  - {link(prose(family.title), f'not-built/{family.file}')}" for family in left_out
        )
    for topic, own in _topics(rules).items():
        yield ""
        yield f"## {_topic(topic)}"
        yield ""
        yield from _listed(own)


def _topics(rules: Sequence[RulePage]) -> Mapping[str, list[RulePage]]:
    found: dict[str, list[RulePage]] = {}
    for rule in rules:
        found.setdefault(rule.topic, []).append(rule)
    return found


def _topic(topic: str) -> str:
    key = f"docs/topic.{topic}"
    name = f"{say(key, 'vi')} · {say(key, 'en')}" if key in table() else topic
    return f"{name} (`{topic}`)"


def _listed(rules: Sequence[RulePage]) -> Iterator[str]:
    headings = (say("docs/id", "vi"), say("docs/rule", "vi"), say("docs/severity", "vi"))
    return markdown.table(headings, map(_row, rules))


def _row(rule: RulePage) -> tuple[str, str, str]:
    title = f"{side(rule.titles, 'vi')}<br>*{side(rule.titles, 'en')}*"
    return link(f"`{rule.id}`", file_of(rule.id)), title, severity_word(rule.severity, "vi")


# The law -------------------------------------------------------------------------------------


def _law(rules: Sequence[RulePage]) -> Iterator[str]:
    texts: dict[TextOfLaw, list[tuple[Provision, RulePage]]] = {}
    for rule in rules:
        for one in rule.basis:
            texts.setdefault(one.law, []).append((one, rule))
    ordered = sorted(texts, key=_law_order)
    articles = {law: {one.article for one, _ in texts[law] if one.article} for law in ordered}
    yield f"# {say('docs/by-law', 'vi')} · {say('docs/by-law', 'en')}"
    yield ""
    yield link(_both("docs/all-rules"), FIRST)
    yield ""
    counts = {"texts": str(len(texts)), "articles": str(sum(map(len, articles.values())))}
    yield _both("docs/law.intro", **counts)
    yield ""
    keys = ("instrument", "title", "force", "status", "articles", "rules")
    headings = [say(f"docs/{key}", "vi") for key in keys]
    yield from markdown.table(
        headings,
        (
            (
                link(prose(law.number), f"#{anchor(_law_heading(law))}"),
                prose(law.title),
                side(law.force, "vi"),
                _standing(law),
                ", ".join(sorted(articles[law], key=_in_order)) or "—",
                str(len({rule.id for _, rule in texts[law]})),
            )
            for law in ordered
        ),
    )
    for law in ordered:
        yield ""
        yield f"## {_law_heading(law)}"
        yield ""
        yield from _provisions(texts[law])
    conventions = [rule for rule in rules if rule.convention]
    if conventions:
        yield ""
        yield f"## {say('report/basis.convention', 'vi')} · technical convention"
        yield ""
        yield from _listed(conventions)


def _law_heading(law: TextOfLaw) -> str:
    return f"{law.number} ({law.issuer})" if law.issuer else law.number


def _standing(law: TextOfLaw) -> str:
    if not law.registered:
        return say("docs/unregistered", "vi")
    return say(f"docs/{'verified' if law.verified else 'unverified'}", "vi")


def _provisions(found: Sequence[tuple[Provision, RulePage]]) -> Iterator[str]:
    rows = sorted(found, key=lambda pair: (*map(_in_order, _parts(pair[0])), pair[1].id))
    headings = [say(f"docs/{key}", "vi") for key in ("provision", "id", "rule")]
    return markdown.table(
        headings,
        (
            (_provision(one), link(f"`{rule.id}`", file_of(rule.id)), _row(rule)[1])
            for one, rule in rows
        ),
    )


def _provision(one: Provision) -> str:
    words = (("article", one.article), ("clause", one.clause), ("point", one.point))
    return " ".join(f"{say(f'docs/{key}', 'vi')} {part}" for key, part in words if part) or "—"


def _parts(one: Provision) -> tuple[str, str, str]:
    return one.article, one.clause, one.point


def _in_order(part: str) -> tuple[int, str]:
    """Return the order of `8`, `8a`, `10`: by number, then by letter; nothing comes first."""
    match = _NUMBER.match(part)
    return (int(match[0]) if match else 0, part)


def _law_order(law: TextOfLaw) -> tuple[tuple[int, ...], str, str]:
    """Order texts by year, the latest first, then by number."""
    numbers = [int(number) for number in _NUMBER.findall(law.number)]
    year = next((number for number in numbers[1:] if 1900 <= number < 2200), 0)
    return (-year, *numbers[:1]), law.number, law.issuer


# Force ---------------------------------------------------------------------------------------


def _force(rules: Sequence[RulePage]) -> Iterator[str]:
    yield f"# {say('docs/by-force', 'vi')} · {say('docs/by-force', 'en')}"
    yield ""
    yield link(_both("docs/all-rules"), FIRST)
    for day in sorted({rule.starts or date.min for rule in rules}):
        yield ""
        shown = day_text(day)
        yield f"## {_both('docs/always') if day == date.min else f'{shown.vi} · *{shown.en}*'}"
        yield ""
        yield from _listed([rule for rule in rules if (rule.starts or date.min) == day])
