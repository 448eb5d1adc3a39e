"""From answers to findings (báo kết quả phân tích), with a place and an example each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from tthc_rules.diagnostics import Finding, Message, Related, Severity, Verdict
from tthc_rules.engine.analysis.cases import case_file, situation_lines
from tthc_rules.engine.analysis.endings import Ending
from tthc_rules.engine.analysis.links import Circle, Unfilled, knots
from tthc_rules.engine.analysis.norms import Hole, Side
from tthc_rules.engine.analysis.questions import RuleUnderAnalysis
from tthc_rules.engine.analysis.result import Asked, Discovery, Example
from tthc_rules.engine.analysis.rules import Claim, Proof, RuleAnswer
from tthc_rules.engine.naming import Names
from tthc_rules.engine.resolution.citations import norm_key, text_key
from tthc_rules.model.entry import Entry
from tthc_rules.model.law import Key, Query
from tthc_rules.model.text import Text, day_text, period_text
from tthc_rules.source import Span

_SEVERITIES: Final = {
    Claim.DEAD: Severity.ERROR,
    Claim.VACUOUS: Severity.ERROR,
    Claim.CONTRADICTION: Severity.ERROR,
    Claim.DUPLICATE: Severity.WARNING,
    Claim.SUBSUMED: Severity.WARNING,
}
_SHOWN: Final = 3
"""Related places that a finding names; the message counts the rest."""

_CLIFF: Final = 2


# Rules ---------------------------------------------------------------------------------------


def asked(answer: RuleAnswer) -> Asked:
    """Return a question about rules as it is listed."""
    construct = None if answer.construct is None else answer.construct.value
    ids = tuple(rule.id for rule in answer.rules)
    return Asked(answer.claim, ids, answer.proof, answer.period, construct, _example(answer))


def tell_rules(answers: Iterable[RuleAnswer]) -> Iterator[Discovery]:
    """Yield what the answers about rules show: proved defects, and questions given up.

    Questions that one rule and one construct lead out of the fragment are told once.
    """
    open_: list[RuleAnswer] = []
    for answer in answers:
        if answer.proof is Proof.PROVED:
            yield Discovery(_defect(answer), answer.proof, _example(answer))
        elif answer.proof is Proof.OUT_OF_FRAGMENT:
            open_.append(answer)
    while open_:
        counts = Counter((one.construct, rule.id) for one in open_ for rule in one.rules)
        (construct, name), _ = min(counts.items(), key=lambda item: (-item[1], item[0][1]))
        group = [one for one in open_ if one.construct is construct and _names(one, name)]
        open_ = [one for one in open_ if one not in group]
        yield Discovery(_given_up(name, group), Proof.OUT_OF_FRAGMENT)


def _names(answer: RuleAnswer, name: str) -> bool:
    return any(rule.id == name for rule in answer.rules)


def _defect(answer: RuleAnswer) -> Finding:
    rule, others = answer.rules[0], answer.rules[1:]
    code = f"analyze/{answer.claim.value}"
    values: dict[str, Text | str] = {"rule": rule.id}
    if others:
        values["other"] = others[0].id
        values["period"] = period_text(answer.period.start, answer.period.end)
    return Finding(
        code=code,
        severity=_SEVERITIES[answer.claim],
        span=_place(rule, answer.claim),
        message=Message(code, values),
        help=Message(f"{code}.help", values),
        related=tuple(
            Related(_place(other, answer.claim), Message("analyze/other-rule", {"rule": other.id}))
            for other in others
        ),
        subject=rule.id,
        path=others[0].id if others else "",
        in_force=answer.period,
    )


def _given_up(name: str, group: Sequence[RuleAnswer]) -> Finding:
    rule = next(rule for rule in group[0].rules if rule.id == name)
    construct = group[0].construct.value if group[0].construct is not None else ""
    return Finding(
        code="analyze/out-of-fragment",
        severity=Severity.INFO,
        span=_place(rule, group[0].claim),
        message=Message(
            f"analyze/out-of-fragment.{construct}", {"rule": name, "count": str(len(group))}
        ),
        verdict=Verdict.UNDECIDED,
        subject=name,
        path=construct,
    )


def tell_silences(rules: Sequence[RuleUnderAnalysis]) -> Iterator[Discovery]:
    """Yield rules that silence each other in a circle: where all find something, none speaks."""
    by_id = {rule.id: rule for rule in rules}
    edges = {
        rule.id: [name for name in rule.checked.head.silences if name in by_id] for rule in rules
    }
    for knot in knots(edges):
        names = sorted(knot)
        first, *others = (by_id[name] for name in names)
        code = "analyze/silence-circle"
        related = tuple(
            Related(_head(other), Message("analyze/other-rule", {"rule": other.id}))
            for other in others
        )
        yield Discovery(
            Finding(
                code=code,
                severity=Severity.ERROR,
                span=_head(first),
                message=Message(code, {"rules": " → ".join((*names, names[0]))}),
                help=Message(f"{code}.help"),
                related=related,
                subject=first.id,
                path=" ".join(names[1:]),
            ),
            Proof.PROVED,
        )


def _example(answer: RuleAnswer) -> Example | None:
    if answer.witness is None:
        return None
    rule = answer.rules[0]
    verdict = answer.witness.verdict(rule.compiled)
    case = None
    if verdict is not None:
        name = f"{answer.claim.value}: {', '.join(one.id for one in answer.rules)}"
        case = case_file(answer.witness, rule.checked.rule.collection, verdict, name)
    return Example(case=case, situation=situation_lines(answer.witness))


def _place(rule: RuleUnderAnalysis, claim: Claim) -> Span:
    meant = rule.checked.rule
    term = meant.when if claim is Claim.DEAD and meant.when is not None else meant.require
    return rule.source.span(*term.place)


def _head(rule: RuleUnderAnalysis) -> Span:
    return rule.source.span(0, 0)


# Norms ---------------------------------------------------------------------------------------


class NormTeller:
    """Tells what was found among norms: knows where each stands and how it is cited."""

    def __init__(
        self, instruments: Iterable[Entry], names: Names, attributes: Mapping[str, Text]
    ) -> None:
        self._names = names
        self._attributes = attributes
        self._places: dict[Key, Span] = dict(_places(instruments))

    def holes(self, holes: Iterable[Hole]) -> Iterator[Discovery]:
        """Yield the gaps in time and in the domain of facts."""
        for hole in holes:
            over_time = hole.side is Side.TIME
            code = "analyze/gap-in-time" if over_time else "analyze/gap-in-domain"
            values: dict[str, Text | str] = {
                "attribute": self._attributes.get(hole.query.attribute, hole.query.attribute),
                "subject": _subject(hole.query),
                "period": period_text(hole.period.start, hole.period.end),
                "beside": self._names.norms(hole.beside),
                "after": self._names.norms(hole.after),
                "count": str(hole.questions),
            }
            yield Discovery(
                Finding(
                    code=code,
                    severity=Severity.WARNING if over_time else Severity.INFO,
                    span=self._place(hole.beside),
                    message=Message(code, values),
                    help=Message(f"{code}.help"),
                    related=self._related(hole.after, "analyze/answers-again"),
                    subject=_subject(hole.query),
                    path=hole.query.attribute,
                    facts=(f"from={hole.period.start}",),
                    in_force=hole.period,
                ),
                Proof.COUNTER_EXAMPLE,
                Example(command=_command(hole.query), situation=_question(hole.query)),
            )

    def circles(self, circles: Iterable[Circle]) -> Iterator[Discovery]:
        """Yield the circles of exceptions and fillings."""
        for circle in circles:
            code = "analyze/defeat-cycle"
            names = [self._names.norm(key) for key in (*circle.norms, circle.norms[0])]
            yield Discovery(
                Finding(
                    code=code,
                    severity=Severity.ERROR,
                    span=self._place(circle.norms),
                    message=Message(code, {"norms": " → ".join(names)}),
                    help=Message(f"{code}.help"),
                    related=self._related(circle.norms[1:], "analyze/in-the-circle"),
                    subject=circle.norms[0],
                    path=" ".join(circle.norms[1:]),
                ),
                Proof.PROVED,
            )

    def unfilled(self, slots: Iterable[Unfilled]) -> Iterator[Discovery]:
        """Yield the delegations that nobody fills."""
        for slot in slots:
            code = "analyze/delegation-unfilled"
            key = f"{code}.due" if slot.is_due else code
            values: dict[str, Text | str] = {"norm": self._names.norm(slot.norm)}
            if slot.by is not None:
                values["by"] = day_text(slot.by)
            yield Discovery(
                Finding(
                    code=code,
                    severity=Severity.WARNING if slot.is_due else Severity.INFO,
                    span=self._place((slot.norm,)),
                    message=Message(key, values),
                    help=Message(f"{code}.help"),
                    subject=slot.norm,
                ),
                Proof.PROVED,
            )

    def _place(self, keys: Sequence[Key]) -> Span | None:
        return next((self._places[key] for key in keys if key in self._places), None)

    def _related(self, keys: Sequence[Key], message: str) -> tuple[Related, ...]:
        known = [key for key in keys if key in self._places]
        return tuple(
            Related(self._places[key], Message(message, {"norm": self._names.norm(key)}))
            for key in known[:_SHOWN]
        )


def _places(instruments: Iterable[Entry]) -> Iterator[tuple[Key, Span]]:
    for entry in instruments:
        text = text_key(str(entry.value.get("issuer")), str(entry.value.get("number")))
        norms = entry.value.get("norms", ())
        for index, norm in enumerate(norms if isinstance(norms, tuple) else ()):
            if isinstance(norm, Mapping):
                yield norm_key(text, str(norm.get("id"))), entry.place(("norms", index, "id"))


def _subject(query: Query) -> str:
    named = (query.procedure, query.sector, query.charge, query.territory)
    return " ".join(name for name in named if name is not None)


def _question(query: Query) -> tuple[str, ...]:
    rows = {
        "attribute": query.attribute,
        "procedure": query.procedure,
        "sector": query.sector,
        "charge": query.charge,
        "territory": query.territory,
        "case": query.case,
        "channel": query.channel,
        **{name: _fact(value) for name, value in query.facts.items()},
        "as_of": next((day.isoformat() for day in query.events.values() if day), None),
    }
    return tuple(f"{name} = {value}" for name, value in rows.items() if value is not None)


def _command(query: Query) -> str | None:
    """Return the command that asks a question, None where it names no procedure."""
    if query.procedure is None:
        return None
    words = ["tthc-rules why", query.procedure, query.attribute, f"--territory {query.territory}"]
    for name in ("charge", "case", "channel"):
        value = getattr(query, name)
        if value is not None:
            words.append(f"--{name} {value}")
    words.extend(f"--fact {name}={_fact(value)}" for name, value in query.facts.items())
    words.extend(f"--as-of {day.isoformat()}" for day in query.events.values() if day)
    return " ".join(words)


def _fact(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


# Citations -----------------------------------------------------------------------------------


def tell_endings(endings: Sequence[Ending]) -> Iterator[Discovery]:
    """Yield the cited texts that end, and the days on which several do."""
    for ending in endings:
        yield Discovery(_ending(ending), Proof.PROVED)
    for day, group in groupby(endings, key=lambda ending: ending.end):
        numbers = [str(ending.instrument.value.get("number")) for ending in group]
        if len(numbers) >= _CLIFF:
            values: dict[str, Text | str] = {
                "day": day_text(day),
                "count": str(len(numbers)),
                "texts": ", ".join(numbers),
            }
            finding = Finding(
                code="analyze/cliff",
                severity=Severity.INFO,
                span=None,
                message=Message("analyze/cliff", values),
                subject=day.isoformat(),
            )
            yield Discovery(finding, Proof.PROVED)


def _ending(ending: Ending) -> Finding:
    code = "analyze/citation-ends"
    values: dict[str, Text | str] = {
        "number": str(ending.instrument.value.get("number")),
        "end": day_text(ending.end),
        "rules": str(len(ending.rules)),
        "norms": str(ending.norms),
        "uses": str(len(ending.uses)),
        "names": ", ".join(ending.outliving),
    }
    related = tuple(
        Related(use.entry.place(use.pointer), Message("analyze/cited-here"))
        for use in ending.uses[:_SHOWN]
    )
    variant = ".outlived" if ending.outliving else ".followed" if ending.has_successor else ""
    key = f"{code}{variant}"
    return Finding(
        code=code,
        severity=Severity.INFO if variant == ".followed" else Severity.WARNING,
        span=ending.instrument.place(("force", "until")),
        message=Message(key, values),
        help=Message(f"{code}.help"),
        related=related,
        subject=str(values["number"]),
        facts=(f"end={ending.end.isoformat()}",),
    )
