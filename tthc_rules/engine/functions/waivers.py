"""What a configured waiver makes of the text it rests on (miễn, giảm và căn cứ của nó)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions.money import issuer_and_number
from tthc_rules.engine.functions.reading import word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.engine.inquiry import CHANNELS
from tthc_rules.engine.resolution.candidate import Candidate
from tthc_rules.engine.resolution.citations import norm_key, text_key
from tthc_rules.engine.resolution.conditions import truth
from tthc_rules.lang import undecided
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, TEXT, Field, Function, ListOf, Record, RecordType
from tthc_rules.model.conditions import ALWAYS_MET, Condition
from tthc_rules.model.law import Form, Key
from tthc_rules.model.quantities import Rate
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_FAVOURS: Final = frozenset({Form.RATE, Form.WAIVER, Form.SUPPORT})
_CHANNEL: Final = {
    "direct": Text("trực tiếp", "direct"),
    "online": Text("trực tuyến", "online"),
    "postal": Text("bưu chính", "postal"),
}


def by_basis(law: Law, waiver: Tree) -> Value:
    """Return how a configured waiver stands to the norms of the text it cites.

    Raises:
        Gap: The register holds no waiver, reduction or support of that text for the charge.
        Undecided: The citation or the waiver's condition could not be read.
    """
    norms = tuple(_norms(law, waiver))
    if not norms:
        raise undecided.Gap(Message("law/no-waiver-norm", {"charge": word(waiver.get("charge"))}))
    wide = _channels_too_wide(law, waiver, norms)
    return {
        "instrument": norms[0].text.number,
        "set": _set_rate(norms),
        "is_swapped": _is_swapped(waiver, norms),
        "is_too_wide": bool(wide),
        "channels": Text(
            ", ".join(_CHANNEL[name].vi for name in wide),
            ", ".join(_CHANNEL[name].en for name in wide),
        ),
        "is_support": all(item.form is Form.SUPPORT for item in norms),
        "lost_bases": tuple(_lost_bases(law, norms)),
    }


def _norms(law: Law, waiver: Tree) -> Iterator[Candidate]:
    """Yield the norms of the cited text that favour the waiver's charge."""
    basis = waiver.get("basis")
    if not isinstance(basis, Mapping):
        return
    text = text_key(*issuer_and_number(law, basis))
    named = basis.get("norm")
    charge = word(waiver.get("charge"))
    kind = law.listed("charge", charge)
    attribute = kind.get("type") if isinstance(kind, Mapping) else None
    for key, item in law.world.candidates.items():
        norm = item.norm
        if item.text.key != text or norm.form not in _FAVOURS or norm.attribute != attribute:
            continue
        if isinstance(named, str) and key != norm_key(text, named):
            continue
        charges = norm.subject.charges if norm.subject is not None else None
        if charges is None or charge in charges:
            yield item


def _set_rate(norms: tuple[Candidate, ...]) -> str:
    shares = {item.norm.value.payable for item in norms if isinstance(item.norm.value, Rate)}
    return ", ".join(Rate(share).text().vi for share in sorted(shares))


def _is_swapped(waiver: Tree, norms: tuple[Candidate, ...]) -> bool:
    """Return whether the waiver charges what the text takes off, and in no case what it leaves."""
    payable = waiver.get("payable")
    shares = {item.norm.value.payable for item in norms if isinstance(item.norm.value, Rate)}
    if not isinstance(payable, Rate) or payable.payable in shares:
        return False
    return Fraction(1) - payable.payable in shares


def _channels_too_wide(law: Law, waiver: Tree, norms: tuple[Candidate, ...]) -> tuple[str, ...]:
    """Return the channels that the waiver covers though no norm of the text does."""
    when, own = _condition(law, waiver), waiver.get("channel")
    if own is REFUSED:
        raise Undecided(Message("law/unreadable-waiver"))
    covered = CHANNELS if own is None else (str(own),)
    found = []
    for name in covered:
        facts = {"channel": name}
        if truth(when, facts) is False:
            continue
        if all(truth(item.when, facts) is False for item in norms):
            found.append(name)
    return tuple(found)


def _condition(law: Law, waiver: Tree) -> Condition:
    when = waiver.get("when")
    if when is None:
        return ALWAYS_MET
    condition = law.fees.condition(word(when))
    if condition is None:
        raise Undecided(Message("law/unreadable-waiver"))
    return condition


def _lost_bases(law: Law, norms: tuple[Candidate, ...]) -> Iterator[str]:
    """Yield the base texts that ended while the waiver does not follow their successors."""
    lost: dict[str, None] = {}
    for item in norms:
        bases = item.norm.of
        if bases is None or item.norm.follows_replacement:
            continue
        for key in (*bases.instruments, *(_text_of(norm) for norm in bases.norms)):
            issuer, _, number = key.partition(" ")
            found = law.instruments.find(number, issuer)
            if len(found) == 1 and not law.instruments.force(found[0].value).covers(law.day):
                lost[number] = None
    yield from lost


def _text_of(norm: Key) -> Key:
    return norm.rpartition("#")[0]


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {"waiver_by_basis": lambda waiver: by_basis(law, waiver)}


TOPIC: Final = Topic(
    records=(
        RecordType(
            "WaiverByBasis",
            (
                Field("instrument", "văn_bản", TEXT),
                Field("set", "mức_văn_bản_đặt", TEXT),
                Field("is_swapped", "lẫn_thu_với_giảm", BOOLEAN),
                Field("is_too_wide", "rộng_hơn_văn_bản", BOOLEAN),
                Field("channels", "các_kênh_ngoài_văn_bản", TEXT),
                Field("is_support", "chỉ_là_hỗ_trợ", BOOLEAN),
                Field("lost_bases", "văn_bản_gốc_đã_hết", ListOf(TEXT)),
            ),
        ),
    ),
    functions=(
        Function(
            "waiver_by_basis",
            "miễn_giảm_theo_căn_cứ",
            (Record("Waiver"),),
            Record("WaiverByBasis"),
        ),
    ),
    bind=bind,
)
