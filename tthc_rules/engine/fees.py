"""What is due by law and what is configured (mức phải nộp), in every situation.

The configured amount of a situation is the fee line with the best configured waiver that
applies in it; budget support changes nothing in what is due.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from types import MappingProxyType
from typing import Final, TypeAlias

from tthc_rules.diagnostics import Message
from tthc_rules.engine.inquiry import Inquiry
from tthc_rules.engine.naming import Names, value_text
from tthc_rules.engine.register import Register
from tthc_rules.engine.remembering import recalled
from tthc_rules.engine.resolution import (
    Answer,
    Conflict,
    Fault,
    Resolution,
    World,
    resolve,
)
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.citations import norm_key, text_key
from tthc_rules.engine.resolution.conditions import truth
from tthc_rules.engine.resolution.docket import Docket
from tthc_rules.engine.situations import Facts, facts_text, meeting, situations
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.conditions import ALWAYS_MET, Condition
from tthc_rules.model.law import Form, Key, LegalValue, PartialDong, Query
from tthc_rules.model.quantities import Money, Rate
from tthc_rules.model.text import Text
from tthc_rules.model.validity import Validity
from tthc_rules.model.values import Refused, Tree, Value

DIGITAL_CITIZEN: Final = "applicant.vneid_level_2"
"""The fact that makes a citizen a digital one (công dân số), 66.22/2026/NQ-CP Điều 5(1)."""

_MODIFIERS: Final = frozenset({Form.RATE, Form.WAIVER})


_NOTHING: Final = Text("", "")
_NO_CONFLICT: Final[Value] = MappingProxyType(
    {"found": False, "texts": "", "value": _NOTHING, "channel": "", "situation": _NOTHING}
)


@dataclass(frozen=True, slots=True)
class _Waiver:
    """A configured waiver that concerns one charge and channel."""

    payable: Fraction
    when: Condition


@dataclass(frozen=True, slots=True)
class _Due:
    """One situation: what is configured and what the law asks for."""

    facts: Facts
    configured: Fraction
    due: Fraction
    answer: Answer


_Question: TypeAlias = "tuple[Docket, str | None, str | None, Money, tuple[_Waiver, ...]]"
"""What the answer on a fee line rests on: norms, case, channel, amount, waivers."""


class Fees:
    """Compares configured amounts with the law, on one day.

    Args:
        world: Norms.
        register: Catalogues: what kind a charge is, how facts are called.
        names: Names norms to people.
        parse: Reads the condition of a configured waiver.
        events: The day of each event.
    """

    def __init__(
        self,
        world: World,
        register: Register,
        names: Names,
        parse: Callable[[str], Condition | None],
        events: Mapping[str, date],
    ) -> None:
        self._world = world
        self._register = register
        self._names = names
        self._parse = parse
        self._events = events
        self._inquiry = Inquiry(world, events)
        self._known: dict[_Question, Value | Undecided] = {}

    def fee_by_law(self, configuration: Tree, case: Tree, channel: Tree, fee: Tree) -> Value:
        """Return how a fee line stands to the law in its worst situation (mức theo luật).

        Raises:
            Undecided: Some situation is undecided and none shows too high an amount.
        """
        query = self._query(configuration, case, channel, fee)
        amount = fee.get("amount")
        if not isinstance(amount, Money):
            raise Undecided(Message("law/no-amount"))
        waivers = tuple(self._waivers(configuration, channel, fee))
        question = (self._world.docket(query), query.case, query.channel, amount, waivers)
        return recalled(self._known, question, lambda: self._standing(query, amount, waivers))

    def _standing(self, query: Query, amount: Money, waivers: tuple[_Waiver, ...]) -> Value:
        asked = situations(self._world, query, (waiver.when for waiver in waivers))
        if asked is None:
            raise Undecided(Message("law/too-many-situations"))
        found, doubts = self._all(query, asked, amount, waivers)
        over = [one for one in found if one.configured > one.due]
        if not over and doubts:
            raise doubts[0]
        under = [one for one in found if one.configured < one.due]
        if not over and under and not doubts:
            return self._record(max(under, key=_worst), found)
        return self._record(max(over or found, key=_worst), found)

    def condition(self, text: str) -> Condition | None:
        """Return the condition of a configured waiver, None where it cannot be read."""
        return self._parse(text)

    def conflict_of(self, instrument: Tree, norm: Tree) -> Value:
        """Return whether a norm stands against another that no text puts in order.

        The norm that prevails by rank or date carries the finding; of contradicting norms
        the later one does.
        """
        text = text_key(_text(instrument.get("issuer")), _text(instrument.get("number")))
        key = norm_key(text, _text(norm.get("id")))
        candidate = self._world.candidates.get(key)
        if candidate is None:
            raise Undecided(Message("law/unreadable-norm"))
        if candidate.norm.form is not Form.VALUE or not self._in_force(candidate):
            return _NO_CONFLICT
        for query in self._inquiry.questions(
            candidate.norm, candidate.norm.territory or candidate.text.territory
        ):
            if not self._is_contested(query, text):
                continue
            for facts in meeting(self._world, query, candidate.when):
                found = self._against(key, resolve(self._world, replace(query, facts=facts)))
                if found is not None:
                    others, value = found
                    return {
                        "found": True,
                        "texts": self._names.norms(others),
                        "value": value,
                        "channel": query.channel or "",
                        "situation": facts_text(facts, self._register),
                    }
        return _NO_CONFLICT

    # One fee line ------------------------------------------------------------------------

    def _all(
        self,
        query: Query,
        asked: tuple[Facts, ...],
        amount: Money,
        waivers: tuple[_Waiver, ...],
    ) -> tuple[list[_Due], list[Undecided]]:
        found: list[_Due] = []
        doubts: list[Undecided] = []
        for facts in asked:
            try:
                answer = self._names.decided(resolve(self._world, replace(query, facts=facts)))
            except Undecided as doubt:
                doubts.append(doubt)
                continue
            configured = amount.dong * _share(waivers, facts)
            found.append(_Due(facts, Fraction(configured), _dong(answer.value), answer))
        return found, doubts

    def _record(self, worst: _Due, found: list[_Due]) -> Value:
        over = [one for one in found if one.configured > one.due]
        forms = {self._world.candidates[key].norm.form for key in worst.answer.cites}
        digital = bool(over) and all(one.facts.get(DIGITAL_CITIZEN) is True for one in over)
        return {
            "configured": _money(worst.configured),
            "due": value_text(worst.answer.value),
            "instrument": self._names.norms(worst.answer.cites),
            "situation": _when(facts_text(worst.facts, self._register)),
            "is_over": worst.configured > worst.due,
            "is_under": worst.configured < worst.due,
            "is_waived": bool(forms & _MODIFIERS) or worst.due == 0,
            "only_digital": digital,
        }

    def _query(self, configuration: Tree, case: Tree, channel: Tree, fee: Tree) -> Query:
        charge = _text(fee.get("charge"))
        listed = self._register.get("charge", charge)
        kind = _text(listed.value.get("type")) if listed is not None else ""
        if kind not in ("fee", "charge"):
            raise Undecided(Message("law/unknown-charge", {"charge": charge}))
        return Query(
            kind,
            procedure=_text(configuration.get("code")),
            sector=_text(configuration.get("sector")) or None,
            charge=charge,
            case=_text(case.get("id")),
            channel=_text(channel.get("channel")),
            territory=_text(configuration.get("territory")),
            events=self._events,
        )

    def _waivers(self, configuration: Tree, channel: Tree, fee: Tree) -> Iterator[_Waiver]:
        rows = configuration.get("waivers", ())
        for row in rows if isinstance(rows, tuple) else ():
            if isinstance(row, Refused) or not isinstance(row, Mapping):
                raise Undecided(Message("law/unreadable-waiver"))
            if row.get("charge") != fee.get("charge") or row.get("support") is True:
                continue
            if row.get("channel") not in (None, channel.get("channel")):
                continue
            payable, when = row.get("payable"), row.get("when")
            condition = ALWAYS_MET if when is None else self._parse(_text(when))
            if condition is None or isinstance(payable, Refused):
                raise Undecided(Message("law/unreadable-waiver"))
            if isinstance(payable, Rate):
                yield _Waiver(payable.payable, condition)

    # Norms against norms -----------------------------------------------------------------

    def _is_contested(self, query: Query, text: Key) -> bool:
        """Return whether another text, in force on the day, sets an amount as well.

        Amounts of one text are told apart by their conditions; its author saw them together.
        """
        return any(
            item.norm.form is Form.VALUE and item.text.key != text and self._in_force(item)
            for item in self._world.docket(query).asked
        )

    def _in_force(self, candidate: Candidate) -> bool:
        day = max(self._events.values())
        return Validity(candidate.starts, candidate.ends).covers(day)

    def _against(self, key: Key, resolution: Resolution) -> tuple[tuple[Key, ...], Text] | None:
        """Return the norms that stand against each other and what results, if `key` leads."""
        if isinstance(resolution, Conflict) and key in resolution.norms:
            latest = max(resolution.norms, key=self._age)
            values = [value_text(value) for value in resolution.values]
            text = Text("; ".join(v.vi for v in values), "; ".join(v.en for v in values))
            return (resolution.norms, text) if latest == key else None
        if isinstance(resolution, Answer) and key in resolution.cites:
            for item in resolution.irregularities:
                if item.fault is Fault.UNDECLARED_OVERLAP and key in item.norms:
                    return tuple(sorted(item.norms)), value_text(resolution.value)
        return None

    def _age(self, key: Key) -> tuple[date, Key]:
        return self._world.candidates[key].text.promulgated or date.min, key


def _when(facts: Text) -> Text:
    """Return facts as the end of a sentence, nothing for the ordinary case."""
    return Text(f", khi {facts.vi}", f", when {facts.en}") if facts.vi else facts


def _share(waivers: tuple[_Waiver, ...], facts: Facts) -> Fraction:
    shares = [waiver.payable for waiver in waivers if truth(waiver.when, facts)]
    return min(shares, default=Fraction(1))


def _worst(one: _Due) -> tuple[Fraction, str]:
    """Return what puts the largest difference last, and among equal ones decides by facts."""
    plain = sum(1 for value in one.facts.values() if value is True)
    return abs(one.configured - one.due), f"{999 - plain:03d}{sorted(one.facts.items())}"


def _dong(value: LegalValue) -> Fraction:
    match value:
        case Money(dong=dong):
            return Fraction(dong)
        case PartialDong(dong=part):
            return part
        case _:
            raise Undecided(Message("law/not-money"))


def _money(amount: Fraction) -> Text:
    value: LegalValue = Money(amount.numerator) if amount.denominator == 1 else PartialDong(amount)
    return value_text(value)


def _text(value: Value | None) -> str:
    return value if isinstance(value, str) else ""
