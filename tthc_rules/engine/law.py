"""What rules may ask of the law (hàm pháp luật), on one day.

Each function returns a value or raises `Undecided` with the reason; nothing is guessed. The
words they go by in rules are declared in `vocabulary`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property
from typing import Final, TypeAlias, TypeVar, cast

from tthc_rules.diagnostics import Message
from tthc_rules.engine import calendar as calendars
from tthc_rules.engine.comparing import Comparing
from tthc_rules.engine.facts import condition_parser
from tthc_rules.engine.fees import Fees
from tthc_rules.engine.functions import TOPICS
from tthc_rules.engine.inquiry import Inquiry
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.naming import Names
from tthc_rules.engine.register import Register
from tthc_rules.engine.remembering import recalled
from tthc_rules.engine.resolution import (
    Answer,
    Resolution,
    World,
    resolve,
)
from tthc_rules.engine.resolution.docket import Docket
from tthc_rules.engine.routes import RouteReport, examine
from tthc_rules.engine.routes.decode import Defect, decode
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import COMPARE_TIME_LIMITS
from tthc_rules.model.calendar import Calendar
from tthc_rules.model.conditions import Condition
from tthc_rules.model.law import Query
from tthc_rules.model.quantities import DayKind, TimeLimit
from tthc_rules.model.route import Agency, OnlineLevel, Route
from tthc_rules.model.values import REFUSED, Tree, Value

_T = TypeVar("_T")

EVENTS: Final = ("reception", "filing", "postmark")
"""The events whose day may decide what applies; `check` sets all of them to one day."""

NATION: Final = "VN"
"""The territory of the whole country."""

_LEVELS: Final = {level.value: level for level in OnlineLevel}


_DecodedRoute: TypeAlias = "tuple[Route | None, tuple[Defect, ...]]"


@dataclass
class Law:
    """Everything the law functions need, for one day.

    Attributes:
        world: Norms, issuers, territories.
        calendar: Days off; None where no calendar was declared.
        policies: What is decided where the law leaves a question of counting open.
        register: The shared catalogues.
        instruments: The texts as citations see them.
        agencies: Agencies of the catalogues, as routes see them.
        day: The day of the law.
        horizon: How many days ahead the end of a text is announced.
        publications: What was published, by code.
    """

    world: World
    calendar: Calendar | None
    policies: calendars.Policies
    register: Register
    instruments: Instruments
    agencies: Mapping[str, Agency]
    day: date
    horizon: int
    publications: Mapping[str, Tree] = field(default_factory=dict)
    _made: dict[str, object] = field(default_factory=dict)
    _limits: dict[tuple[Docket, str | None, str | None], Value | Undecided] = field(
        default_factory=dict
    )
    _examined: tuple[Tree, Mapping[str, RouteReport | None]] | None = field(default=None)
    _decoded: tuple[Tree, _DecodedRoute] | None = field(default=None)

    def functions(self) -> Mapping[str, Callable[..., Value]]:
        """Return the functions by the English name that rules know them by."""
        of_topics: dict[str, Callable[..., Value]] = {}
        for topic in TOPICS:
            of_topics.update(topic.bind(self))
        return {
            **of_topics,
            "time_limit_by_law": self.time_limit_by_law,
            "national_time_limit": self.national_time_limit,
            "running_systems": self.running_systems,
            "instrument": self.instrument,
            "fee_by_law": self.fees.fee_by_law,
            "conflict_of": self.fees.conflict_of,
            "is_unit_unstated": is_unit_unstated,
            COMPARE_TIME_LIMITS: self.comparing.compare,
        }

    @cached_property
    def fees(self) -> Fees:
        """Compares configured amounts with the law."""
        parse = condition_parser(self.register)

        @cache
        def condition(text: str) -> Condition | None:
            found, findings = parse(text)
            return None if findings else found

        events = dict.fromkeys(EVENTS, self.day)
        return Fees(self.world, self.register, self.names, condition, events)

    @cached_property
    def comparing(self) -> Comparing:
        """Compares time limits around the day."""
        return Comparing(self.calendar, self.policies, self.day)

    @cached_property
    def inquiry(self) -> Inquiry:
        """Finds the questions that concern a norm."""
        return Inquiry(self.world, dict.fromkeys(EVENTS, self.day))

    @cached_property
    def names(self) -> Names:
        """Names norms to people."""
        return Names(self.world, self.register)

    def once(self, name: str, make: Callable[[], _T]) -> _T:
        """Return what `make` gives, made once for the day and kept under `name`."""
        if name not in self._made:
            self._made[name] = make()
        return cast("_T", self._made[name])

    def listed(self, kind: str, id_: str) -> Value:
        """Return an item of the catalogues.

        Raises:
            Undecided: No catalogue lists it.
        """
        found = self.register.get(kind, id_)
        if found is None:
            raise Undecided(Message("law/not-listed", {"kind": kind, "id": id_}))
        return found.value

    # Time limits -------------------------------------------------------------------------

    def time_limit_by_law(self, configuration: Tree, case: Tree, channel: Tree) -> Value:
        """Return the time limit in force for one case and channel (thời hạn theo luật)."""
        return self._time_limit(self.world, configuration, case, channel)

    def national_time_limit(self, publication: Tree, case: Tree, channel: Tree) -> Value:
        """Return the time limit that texts of the whole country give (thời hạn chung).

        A publication without a territory speaks of the whole country: what a province cut
        for itself says nothing of it.
        """
        world = self.world if "territory" in publication else self._national
        return self._time_limit(world, publication, case, channel)

    @cached_property
    def _national(self) -> World:
        return self.world.restricted(lambda text: text.territory == NATION)

    def _time_limit(self, world: World, configuration: Tree, case: Tree, channel: Tree) -> Value:
        asked = [configuration.get(key) for key in ("code", "sector", "territory")]
        _read(*asked, case.get("id"), channel.get("channel"))
        query = Query(
            "time_limit",
            procedure=_text(configuration.get("code")),
            sector=_text(configuration.get("sector")),
            case=_text(case.get("id")),
            channel=_text(channel.get("channel")),
            territory=_text(configuration.get("territory")) or "VN",
            events=dict.fromkeys(EVENTS, self.day),
        )
        question = (world.docket(query), query.case, query.channel)
        return recalled(self._limits, question, lambda: self._limit(world, query))

    def _limit(self, world: World, query: Query) -> Value:
        answer = self.decided(resolve(world, query))
        if not isinstance(answer.value, TimeLimit):
            raise Undecided(Message("law/not-a-time-limit", {"texts": self.texts(answer)}))
        return {
            "value": answer.value,
            "instrument": self.texts(answer),
            "is_local": self.is_local(answer),
        }

    # Routes ------------------------------------------------------------------------------

    def examined(self, configuration: Tree) -> Mapping[str, RouteReport | None]:
        """Return what is found of a configuration's route, by case; None where unreadable."""
        if self._examined is None or self._examined[0] is not configuration:
            self._examined = (configuration, self._examine(configuration))
        return self._examined[1]

    def _examine(self, configuration: Tree) -> Mapping[str, RouteReport | None]:
        """Examine the route once for all cases that have the same limits."""
        route = self.route(configuration)
        cases = configuration.get("cases", ())
        reports: dict[str, RouteReport | None] = {}
        known: dict[tuple[tuple[str, TimeLimit | None], ...], RouteReport] = {}
        for case in cases if isinstance(cases, tuple) else ():
            if isinstance(case, Mapping):
                limits = _limits(case)
                same = tuple(sorted(limits.items(), key=lambda item: item[0]))
                if route is not None and same not in known:
                    known[same] = examine(route, limits, on=self.day, contains=self._contains)
                reports[_text(case.get("id"))] = known.get(same)
        return reports

    def route(self, configuration: Tree) -> Route | None:
        """Return the route that a configuration holds, None where it cannot be read."""
        return self.decoded_route(configuration)[0]

    def decoded_route(self, configuration: Tree) -> _DecodedRoute:
        """Return a configuration's route and the names in it that fit nothing."""
        if self._decoded is None or self._decoded[0] is not configuration:
            self._decoded = (configuration, self._decode_route(configuration))
        return self._decoded[1]

    def _decode_route(self, configuration: Tree) -> _DecodedRoute:
        tree = configuration.get("route")
        if not isinstance(tree, Mapping):
            return None, ()
        online = configuration.get("online")
        level = online.get("level") if isinstance(online, Mapping) else None
        return decode(
            tree,
            self.agencies,
            territory=_text(configuration.get("territory")),
            online=_LEVELS.get(_text(level), OnlineLevel.NONE),
        )

    def _contains(self, outer: str, inner: str) -> bool:
        return outer == inner or outer in self.world.territories.path(inner, self.day)

    # Systems and instruments -------------------------------------------------------------

    def running_systems(self, configuration: Tree) -> Value:
        """Return the names of the processing systems that run the procedure on the day."""
        names = []
        hosting = configuration.get("hosting", ())
        _read(hosting)
        for row in hosting if isinstance(hosting, tuple) else ():
            if not isinstance(row, Mapping) or not _may_run(row, self.day):
                continue
            _read(*(row.get(key) for key in ("system", "state", "from", "until")))
            listed = self.register.get("system", _text(row.get("system")))
            if listed is None:
                values = {"system": _text(row.get("system"))}
                raise Undecided(Message("law/unknown-system", values))
            if listed.value.get("kind") == "processing":
                names.append(listed.name)
        return tuple(names)

    def instrument(self, citation: Tree) -> Value:
        """Return what the register knows of a cited instrument (văn bản được dẫn)."""
        number, issuer = _text(citation.get("instrument")), citation.get("issuer")
        found = self.instruments.find(number, issuer if isinstance(issuer, str) else None)
        if len(found) != 1:
            key = "law/ambiguous-instrument" if found else "law/unknown-instrument"
            raise Undecided(Message(key, {"number": number}))
        tree = found[0].value
        days = tree.get("force", {})
        _read(days, *(days.values() if isinstance(days, Mapping) else ()))
        force = self.instruments.force(tree)
        return {
            "number": number,
            "in_force": force.covers(self.day),
            "ends_soon": force.ends_within(self.day, self.horizon),
            "has_successor": self.instruments.has_successor(tree),
            "period": force.text(),
            "day": self.day,
        }

    # Answers -----------------------------------------------------------------------------

    def decided(self, resolution: Resolution) -> Answer:
        """Return the answer of a resolution.

        Raises:
            Undecided: The law sets nothing, contradicts itself, or depends on missing facts.
        """
        return self.names.decided(resolution)

    def texts(self, answer: Answer) -> str:
        """Return the provisions that an answer rests on, as people cite them."""
        return self.names.norms(answer.cites)

    def is_local(self, answer: Answer) -> bool:
        """Return whether a province or commune set the answer."""
        issuers = (self.world.candidates[key].text.issuer for key in answer.cites)
        return any(self.world.issuers[issuer].level != "nation" for issuer in issuers)


def is_unit_unstated(limit: TimeLimit) -> Value:
    """Return whether an announced time limit names no unit (thiếu đơn vị)."""
    return limit.kind is DayKind.UNSTATED


def _limits(case: Tree) -> Mapping[str, TimeLimit | None]:
    channels = case.get("channels", ())
    limits: dict[str, TimeLimit | None] = {}
    for channel in channels if isinstance(channels, tuple) else ():
        if isinstance(channel, Mapping):
            limit = channel.get("time_limit")
            name = _text(channel.get("channel"))
            limits[name] = limit if isinstance(limit, TimeLimit) else None
    return limits


def _may_run(row: Tree, day: date) -> bool:
    """Return whether nothing that was read says that a system is off on `day`."""
    state, start, until = row.get("state"), row.get("from"), row.get("until")
    return (
        state in ("active", REFUSED)
        and (not isinstance(start, date) or start <= day)
        and (not isinstance(until, date) or day < until)
    )


def _read(*values: Value | None) -> None:
    """Leave a question undecided that rests on what could not be read.

    Raises:
        Undecided: One of the values was refused.
    """
    if REFUSED in values:
        raise Undecided(Message("law/unread"))


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""
