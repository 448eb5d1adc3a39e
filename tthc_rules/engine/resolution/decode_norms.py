"""One norm of a text, from its typed tree (quy phạm).

A part that cannot be read becomes an unknown of the norm (`Norm.defects`): the norm stays in
the register, shows in every receipt, and leaves undecided what it could change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.engine.resolution.citations import Citations, norm_key
from tthc_rules.engine.resolution.decode_catalogues import member
from tthc_rules.engine.resolution.fields import Fields
from tthc_rules.model.conditions import ALWAYS_MET, Condition
from tthc_rules.model.law import (
    Addressee,
    Bases,
    Delegation,
    Direction,
    Form,
    Key,
    LegalValue,
    Measure,
    Norm,
    OnlineLevel,
    Share,
    Subject,
    Unseen,
)
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.values import Value

ParseCondition: TypeAlias = "Callable[[str], tuple[Condition, tuple[Finding, ...]]]"
"""Compiles the text of a condition; what it says against it stands in the findings."""

SetBy: TypeAlias = "Callable[[Key], tuple[str, ...]]"
"""Returns the charges that the norms of a text speak of."""

_UNSEEN = {
    "fee": Measure.MONEY,
    "charge": Measure.MONEY,
    "time_limit": Measure.WORKING_DAY,
    "online": Measure.LEVEL,
}
EVERYTHING = Subject(everything=True)
_BRINGS_VALUE = frozenset({Form.VALUE, Form.CEILING, Form.FLOOR, Form.RATE, Form.SUPPORT})


@dataclass(slots=True)
class NormReader:
    """Reads the norms of one text; `findings` gathers what is said of them."""

    citations: Citations
    parse_condition: ParseCondition
    set_by: SetBy
    findings: list[Finding]

    def read(self, fields: Fields, text: Key) -> Norm | None:
        """Return a norm, or None where even its id or attribute cannot be read."""
        name, attribute = fields.text("id"), fields.text("attribute")
        if name is None or attribute is None:
            return None
        form = member(Form, fields.text("form"))
        if form is None:
            fields.unread.add("form")
        period = fields.period()
        of = self._bases(fields, attribute)
        norm = Norm(
            key=norm_key(text, name),
            attribute=attribute,
            form=form or Form.VALUE,
            subject=self._subject(fields, of, attribute),
            value=_value(fields, form or Form.VALUE, attribute),
            when=self._when(fields),
            territory=fields.text("territory"),
            validity=period,
            applies_by=fields.texts("applies_by"),
            bound_is_default=fields.text("default") == "bound",
            delegation=_delegation(fields),
            fills=self._fills(fields, attribute),
            exception_to=self._several(fields, "exception_to", attribute),
            of=of,
            follows_replacement=fields.flag("follows_replacement"),
            verified=fields.text("confidence") != "unverified",
            at=fields.text("at") or "",
        )
        return replace(norm, defects=tuple(sorted(fields.unread - {"confidence", "at"})))

    def _when(self, fields: Fields) -> Condition:
        text = fields.text("when")
        if text is None:
            return ALWAYS_MET
        condition, findings = self.parse_condition(text)
        place = fields.place("when")
        self.findings += [replace(finding, span=place, related=()) for finding in findings]
        if any(finding.severity is Severity.ERROR for finding in findings):
            fields.unread.add("when")
            return ALWAYS_MET
        return condition

    # Subject -----------------------------------------------------------------------------

    def _subject(self, fields: Fields, of: Bases | None, attribute: str) -> Subject | None:
        """Return the subject; where it is not known the norm may reach everything.

        A modifier without a subject reaches what the norms named in `of` reach. Where the
        texts named there have no norm in the register it stays visible and touches nothing.
        """
        given = fields.inner("subject")
        if given is None:
            if of is None and not ("of" in fields.unread and not fields.has("subject")):
                fields.unread.add("subject")
            return None if of is not None and self._names(of, attribute) else EVERYTHING
        charges = given.texts("charges")
        if given.has("set_by"):
            charges = tuple(dict.fromkeys((*(charges or ()), *self._charges_set_by(given))))
        subject = Subject(
            given.texts("procedures"),
            given.texts("sectors"),
            charges,
            given.flag("all"),
            _exceptions(given.texts("except")),
        )
        if given.unread:
            fields.unread.add("subject")
            return EVERYTHING
        return subject

    def _names(self, of: Bases, attribute: str) -> bool:
        named = any(self.citations.all_of(text, attribute) for text in of.instruments)
        return bool(of.norms) or named

    def _charges_set_by(self, given: Fields) -> Iterator[str]:
        for citation in given.each("set_by"):
            text = self.citations.text(citation)
            charges = self.set_by(text) if text is not None else ()
            if not charges:
                given.unread.add("set_by")
            yield from charges

    # References --------------------------------------------------------------------------

    def _fills(self, fields: Fields, attribute: str) -> Key | None:
        citation = fields.inner("fills")
        if citation is None:
            return None
        slot = self.citations.slot(citation, attribute)
        if slot is None:
            fields.unread.add("fills")
        return slot

    def _several(self, fields: Fields, key: str, attribute: str) -> tuple[Key, ...]:
        found: list[Key] = []
        for citation in fields.each(key):
            norms = self.citations.norms(citation, attribute)
            if not norms:
                fields.unread.add(key)
            found += norms or ()
        return tuple(dict.fromkeys(found))

    def _bases(self, fields: Fields, attribute: str) -> Bases | None:
        given = fields.inner("of")
        if given is None:
            return None
        norms = self._several(given, "norms", attribute)
        texts: list[Key] = []
        for citation in given.each("instruments"):
            text = self.citations.text(citation)
            if text is None:
                given.unread.add("instruments")
            else:
                texts.append(text)
        if given.unread:
            fields.unread.add("of")
            return None
        return Bases(norms, tuple(dict.fromkeys(texts)))


def _exceptions(names: tuple[str, ...] | None) -> tuple[Subject, ...]:
    """Return what takes names out that may be procedures, sectors or charges."""
    if not names:
        return ()
    return (Subject(procedures=names), Subject(sectors=names), Subject(charges=names))


# Values ----------------------------------------------------------------------------------


def _value(fields: Fields, form: Form, attribute: str) -> LegalValue | Unseen | None:
    if form not in _BRINGS_VALUE:
        return None
    unseen = Unseen(_measure(form, attribute))
    given = fields.value("value")
    if given is None:
        return unseen
    value = _share(given) if form is Form.SUPPORT else _legal(given)
    if value is None or isinstance(value, Rate) is not (form is Form.RATE):
        fields.unread.add("value")
        return unseen
    return value


def _measure(form: Form, attribute: str) -> Measure:
    if form is Form.RATE:
        return Measure.RATE
    if form is Form.SUPPORT:
        return Measure.SHARE
    return _UNSEEN.get(attribute, Measure.COUNT)


def _legal(value: Value) -> LegalValue | None:
    match value:
        case bool():
            return None
        case TimeLimit() | Money() | Rate() | int():
            return value
        case str():
            return member(OnlineLevel, value)
    return None


def _share(value: Value) -> LegalValue | None:
    """Return what a budget pays: a sum, or what "giảm 40%" takes off."""
    match value:
        case Money():
            return value
        case Rate(payable):
            return Share(1 - payable)
    return None


def _delegation(fields: Fields) -> Delegation | None:
    given = fields.inner("delegation")
    if given is None:
        return None
    to = given.inner("to")
    direction = member(Direction, given.text("direction"))
    delegation = Delegation(
        Addressee(to.text("class"), to.text("level"), to.texts("issuers"))
        if to is not None
        else Addressee(issuers=()),
        direction or Direction.ANY,
        _choices(given),
        _limit(given, "min"),
        _limit(given, "max"),
        _limit(given, "default"),
        given.day("by"),
    )
    if to is None or to.unread or direction is None or given.unread:
        fields.unread.add("delegation")
    return delegation


def _choices(given: Fields) -> tuple[LegalValue, ...] | None:
    found = given.value("set")
    if not isinstance(found, tuple):
        return None
    values = [_legal(item) for item in found]
    if None in values:
        given.unread.add("set")
    return tuple(value for value in values if value is not None)


def _limit(given: Fields, key: str) -> LegalValue | None:
    found = given.value(key)
    value = None if found is None else _legal(found)
    if found is not None and value is None:
        given.unread.add(key)
    return value
