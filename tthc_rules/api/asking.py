"""`why`: what the law gives for one question, and who says so (hỏi luật)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from tthc_rules.api.settings import Settings
from tthc_rules.api.workspace import Workspace, open_workspace
from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.blueprint import Enumeration
from tthc_rules.engine.law import EVENTS
from tthc_rules.engine.register import Listed
from tthc_rules.engine.resolution import Answer, receipt, timeline
from tthc_rules.model.conditions import Constant
from tthc_rules.model.law import Query
from tthc_rules.model.quantities import Money, TimeLimit, parse_money
from tthc_rules.model.text import Text
from tthc_rules.report.proof import ProofWriter, Published
from tthc_rules.spelling import nearest

_TRUTH: Final = {"true": True, "đúng": True, "false": False, "sai": False}
_UNKNOWN: Final = {
    "procedure": "why/unknown-procedure",
    "territory": "why/unknown-territory",
    "charge": "why/unknown-charge",
    "case": "why/unknown-case",
}
_LOOK_UP: Final = {
    "why/unknown-procedure": "why/unknown-procedure.help",
    "why/unknown-territory": "why/unknown-territory.help",
    "why/unknown-charge": "why/unknown-charge.help",
    "why/unknown-case": "why/unknown-case.help",
    "why/unknown-fact": "why/unknown-fact.help",
}
_OF_CHARGES: Final = frozenset({"fee", "charge"})


@dataclass(frozen=True, slots=True)
class WhyResult:
    """The answer to one question with its proof (trả lời kèm vết suy luận).

    Attributes:
        lines: The proof, the answer first.
        json: The receipt as canonical JSON; of a timeline, a list of receipts.
        found: Procedure, attribute, territory and facts are known.
        decided: The law gives one answer on the day, or on every day of the timeline.
        findings: What is wrong with the question.
    """

    lines: tuple[Text, ...]
    json: str
    found: bool
    decided: bool
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in the user's words (câu hỏi).

    `events` and `facts` hold only what the user names: other events happen on the day of the
    settings, other facts are unknown. `period` asks for a timeline, half-open.
    """

    code: str
    attribute: str
    territory: str
    case: str | None = None
    channel: str | None = None
    charge: str | None = None
    facts: Mapping[str, str] | None = None
    events: Mapping[str, date] | None = None
    known_on: date | None = None
    period: tuple[date, date] | None = None


def why(question: Question, settings: Settings) -> WhyResult:
    """Return what the law gives for a question, with the proof.

    Args:
        question: What is asked.
        settings: The settings of the workspace; `as_of` is set.

    Raises:
        ValueError: The settings name no day: only a door may read the clock.
    """
    day = settings.as_of
    if day is None:
        raise ValueError("why needs a day")
    workspace, _ = open_workspace(settings, day)
    asking = _Asking(workspace, question)
    query = asking.query(day)
    if query is None:
        return WhyResult((), "null", False, False, tuple(asking.problems))
    writer = ProofWriter(workspace.world, workspace.names, asking.attribute_name(query.attribute))
    if question.period is not None:
        return _over_time(workspace, query, question.period, writer)
    found = receipt(workspace.world, query)
    lines = tuple(writer.proof(found, tuple(asking.published(query))))
    decided = isinstance(found.resolution, Answer)
    return WhyResult(lines, found.json(), True, decided, tuple(asking.problems))


def _over_time(
    workspace: Workspace, query: Query, period: tuple[date, date], writer: ProofWriter
) -> WhyResult:
    intervals = timeline(workspace.world, query, *period)
    receipts = []
    for interval in intervals:
        asked = replace(query, events=dict.fromkeys(query.events, interval.start))
        receipts.append(receipt(workspace.world, asked).json())
    decided = all(isinstance(one.resolution, Answer) for one in intervals)
    lines = tuple(writer.timeline(intervals))
    return WhyResult(lines, f"[{','.join(receipts)}]", True, decided, ())


class _Asking:
    """Turns the user's words into a query; what cannot be turned becomes a problem."""

    def __init__(self, workspace: Workspace, question: Question) -> None:
        self._workspace = workspace
        self._question = question
        self.problems: list[Finding] = []

    def query(self, day: date) -> Query | None:
        """Return the query, None where the question names what nobody knows."""
        question = self._question
        attribute = self._attribute()
        self._known("procedure", question.code, self._codes())
        territories = list(self._workspace.register.ids("territory"))
        self._known("territory", question.territory, territories)
        if question.charge is not None:
            charges = {*self._workspace.register.ids("charge"), *self._named_charges()}
            self._known("charge", question.charge, charges)
        cases = set(self._cases())
        if question.case is not None and cases:
            self._known("case", question.case, cases)
        facts = dict(self._facts())
        if attribute is None or self.problems:
            return None
        publication = self._workspace.publications.get(question.code)
        sector = publication.value.get("sector") if publication is not None else None
        return Query(
            attribute,
            procedure=question.code,
            sector=sector if isinstance(sector, str) else None,
            charge=self._charge(attribute),
            case=question.case,
            channel=question.channel,
            territory=question.territory,
            facts=facts,
            events={**dict.fromkeys(EVENTS, day), **(question.events or {})},
            known_on=question.known_on,
        )

    def attribute_name(self, attribute: str) -> Text:
        """Return how an attribute reads."""
        for catalogue in self._workspace.of_kind("catalogue"):
            rows = catalogue.value.get("attributes", ())
            for row in rows if isinstance(rows, tuple) else ():
                if isinstance(row, Mapping) and row.get("attribute") == attribute:
                    name = str(row.get("name", attribute))
                    return Text(name, str(row.get("name_en", attribute)))
        return Text(attribute, attribute)

    def published(self, query: Query) -> Iterator[Published]:
        """Yield what the publication announces of a time limit, channel by channel."""
        document = self._workspace.publications.get(query.procedure or "")
        if document is None or query.attribute != "time_limit":
            return
        cases = document.value.get("cases", ())
        for number, case in enumerate(cases if isinstance(cases, tuple) else ()):
            if not isinstance(case, Mapping) or query.case not in (None, case.get("id")):
                continue
            channels = case.get("channels", ())
            for index, channel in enumerate(channels if isinstance(channels, tuple) else ()):
                limit = channel.get("time_limit") if isinstance(channel, Mapping) else None
                name = str(channel.get("channel")) if isinstance(channel, Mapping) else ""
                if isinstance(limit, TimeLimit) and query.channel in (None, name):
                    pointer = ("cases", number, "channels", index, "time_limit")
                    span = document.place(pointer)
                    place = f"{span.file}:{span.start.line}:{span.start.column}"
                    yield Published(limit.text(), name, str(case.get("id")), place)

    def _attribute(self) -> str | None:
        words = self._workspace.blueprint.records["Norm"].field("attribute")
        if words is None or not isinstance(words.type, Enumeration):
            raise LookupError("the schema of norms names no attributes")
        asked = self._question.attribute
        for name, vietnamese in words.type.values:
            if asked in (name, vietnamese):
                return name
        names = [spelling for pair in words.type.values for spelling in pair]
        values = {"name": asked, "names": ", ".join(name for name, _ in words.type.values)}
        self._problem("why/unknown-attribute", values, nearest(asked, names))
        return None

    def _codes(self) -> Iterable[str]:
        subjects = (item.norm.subject for item in self._workspace.world.candidates.values())
        named = {code for one in subjects if one is not None for code in one.procedures or ()}
        return {*self._workspace.publications, *named}

    def _cases(self) -> Iterator[str]:
        """Yield the cases that the publication and the configurations of the procedure name."""
        code = self._question.code
        publication = self._workspace.publications.get(code)
        trees = [] if publication is None else [publication.value]
        for document in self._workspace.of_kind("configuration"):
            overrides = document.value.get("overrides")
            if document.value.get("procedure") == code and isinstance(overrides, Mapping):
                trees.append(overrides)
        for tree in trees:
            cases = tree.get("cases")
            for case in cases if isinstance(cases, tuple) else ():
                if isinstance(case, Mapping):
                    yield str(case.get("id"))

    def _known(self, kind: str, name: str, known: Iterable[str]) -> None:
        if name not in known:
            key = "code" if kind == "procedure" else "id"
            near = nearest(name, known, cutoff=0.8)
            self._problem(_UNKNOWN[kind], {key: name}, near)

    def _facts(self) -> Iterator[tuple[str, Constant]]:
        facts = {
            spelling: listed
            for listed in self._workspace.register.all("fact")
            for spelling in (str(listed.value.get("id")), listed.name)
        }
        for name, text in (self._question.facts or {}).items():
            listed = facts.get(name)
            if listed is None:
                self._problem("why/unknown-fact", {"name": name}, nearest(name, facts))
                continue
            value = _fact_value(listed, text)
            if value is None:
                values = {"name": name, "value": text}
                remedy = Message("why/bad-fact.help", {"values": _accepted(listed)})
                self._report(Message("why/bad-fact", values), remedy)
            else:
                yield str(listed.value["id"]), value

    def _charge(self, attribute: str) -> str | None:
        if attribute not in _OF_CHARGES or self._question.charge is not None:
            return self._question.charge
        charges = sorted(self._charges(attribute))
        if len(charges) == 1:
            return charges[0]
        if charges:
            values = {"charges": ", ".join(charges)}
            self._report(Message("why/no-charge", values), None, Severity.INFO)
        return None

    def _named_charges(self) -> Iterator[str]:
        """Yield the charges that some norm names, catalogued or not."""
        for item in self._workspace.world.candidates.values():
            if item.norm.subject is not None:
                yield from item.norm.subject.charges or ()

    def _charges(self, attribute: str) -> set[str]:
        """Return the charges that norms name together with the procedure."""
        found: set[str] = set()
        for item in self._workspace.world.candidates.values():
            subject = item.norm.subject
            if item.norm.attribute != attribute or subject is None or not subject.charges:
                continue
            if subject.procedures is not None and self._question.code in subject.procedures:
                found.update(subject.charges)
        return found

    def _problem(self, key: str, values: Mapping[str, Text | str], near: str | None) -> None:
        self._report(Message(key, values), about_unknown(key, near))

    def _report(
        self, message: Message, remedy: Message | None, severity: Severity = Severity.ERROR
    ) -> None:
        self.problems.append(Finding(message.key, severity, None, message, remedy))


def about_unknown(key: str, near: str | None) -> Message | None:
    """Return what to do about a name nobody knows: take the near one, or where to look."""
    if near:
        return Message("why/unknown.near", {"near": near})
    return Message(_LOOK_UP[key]) if key in _LOOK_UP else None


def _fact_value(listed: Listed, text: str) -> Constant | None:
    match listed.value.get("type"):
        case "boolean":
            return _TRUTH.get(text.lower())
        case "integer":
            return int(text) if text.isdecimal() else None
        case "money":
            money = parse_money(text)
            return money if isinstance(money, Money) else None
        case "enumeration":
            values = listed.value.get("values", ())
            return text if isinstance(values, tuple) and text in values else None
        case _:
            return text


def _accepted(listed: Listed) -> str:
    if listed.value.get("type") == "boolean":
        return "true, false"
    values = listed.value.get("values", ())
    return ", ".join(map(str, values)) if isinstance(values, tuple) and values else "0, 1, 2, …"
