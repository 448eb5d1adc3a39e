"""A norm made ready for the question (quy phạm được xét): itself, its text and its rank."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from tthc_rules.engine.resolution.amounts import Amount, amount_of
from tthc_rules.model.conditions import All, Compare, Comparison, Condition
from tthc_rules.model.law import (
    Form,
    Instrument,
    Issuer,
    Key,
    LegalValue,
    Measure,
    Norm,
    Rank,
    Unseen,
)
from tthc_rules.model.validity import ALWAYS

MODIFIERS = frozenset({Form.RATE, Form.WAIVER})
BOUNDS = frozenset({Form.CEILING, Form.FLOOR})


@dataclass(frozen=True, slots=True)
class Slot:
    """The amounts of a delegation, ready to be compared (các mức của phần giao quyền)."""

    choices: tuple[Amount, ...] | None
    least: Amount | None
    most: Amount | None
    default: Amount | None


@dataclass(frozen=True, slots=True, eq=False)
class Candidate:
    """One norm with everything a question asks of it that no question changes.

    Two candidates are equal only if they are one: identity is the object, never a name.

    Attributes:
        rank: Of the text's type on the day of promulgation; None: such a type sets no norm.
        starts, ends: The norm's days inside those of its text; `force_known` is False where
            the text's are not known.
        amount: None where the form brings none or where it was not seen (`unseen`).
    """

    key: Key
    norm: Norm
    text: Instrument
    issuer: Issuer
    rank: int | None
    normative: bool
    territory: str
    starts: date | None
    ends: date | None
    force_known: bool
    amount: Amount | None
    slot: Slot | None
    when: Condition
    unseen: Unseen | None = field(default=None)

    @property
    def form(self) -> Form:
        """The form of the norm."""
        return self.norm.form

    @property
    def is_modifier(self) -> bool:
        """Whether the norm changes amounts that others set."""
        return self.norm.form in MODIFIERS

    @property
    def is_bound(self) -> bool:
        """Whether the norm is a ceiling or a floor."""
        return self.norm.form in BOUNDS

    @property
    def applies_by(self) -> tuple[str, ...] | None:
        """The events its days are tested on; None: those of the attribute."""
        return self.norm.applies_by or self.text.applies_by


def candidate(norm: Norm, text: Instrument, issuer: Issuer, rank: Rank | None) -> Candidate:
    """Return a norm made ready."""
    force = text.force or ALWAYS
    starts = [day for day in (norm.validity.start, force.start) if day is not None]
    ends = [day for day in (norm.validity.end, force.end) if day is not None]
    return Candidate(
        key=norm.key,
        norm=norm,
        text=text,
        issuer=issuer,
        rank=rank.rank if rank is not None else None,
        normative=rank is None or rank.normative,
        territory=norm.territory or text.territory,
        starts=max(starts) if starts else None,
        ends=min(ends) if ends else None,
        force_known=text.force is not None,
        amount=_amount(norm),
        slot=_slot(norm),
        when=_readable(norm),
        unseen=norm.value if isinstance(norm.value, Unseen) else None,
    )


def _amount(norm: Norm) -> Amount | None:
    if norm.form is Form.WAIVER:
        return Amount(Measure.RATE, 0)
    if norm.value is None or isinstance(norm.value, Unseen):
        return None
    return amount_of(norm.value)


def _slot(norm: Norm) -> Slot | None:
    given = norm.delegation
    if given is None:
        return None
    choices = None if given.choices is None else tuple(map(amount_of, given.choices))
    return Slot(choices, _maybe(given.least), _maybe(given.most), _maybe(given.default))


def _maybe(value: LegalValue | None) -> Amount | None:
    return None if value is None else amount_of(value)


def _readable(norm: Norm) -> Condition:
    """Return the condition, with an unknown for each part of the norm that was unreadable."""
    if not norm.defects:
        return norm.when
    unknown = [
        Compare(f"norm:{norm.key}.{defect}", Comparison.EQ, True) for defect in sorted(norm.defects)
    ]
    return All((norm.when, *unknown))
