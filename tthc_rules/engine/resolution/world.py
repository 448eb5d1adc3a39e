"""All texts of the register, made ready once for every question (thế giới văn bản)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from tthc_rules.engine.resolution.amounts import Order, not_above
from tthc_rules.engine.resolution.candidate import Candidate, candidate
from tthc_rules.engine.resolution.docket import Docket, Reach
from tthc_rules.engine.resolution.register import Register
from tthc_rules.model.law import (
    AttributePolicy,
    FactDomain,
    Instrument,
    Issuer,
    Key,
    Nature,
    PublicationEvidence,
    Query,
    Rank,
    Subject,
)
from tthc_rules.model.territory import TerritoryTree
from tthc_rules.model.validity import ALWAYS

MOST_DOCKETS = 65_536
"""Dockets kept at once (quy ước kỹ thuật)."""

NO_DOMAINS: Mapping[str, FactDomain] = MappingProxyType({})
DEFAULT_POLICY = AttributePolicy()


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A norm or a text that could not be made ready at all (quy phạm không đọc được).

    It is shown in every receipt it may concern. `attribute` is None when not even that
    could be read. One whose subject is known leaves the answers on it undecided; `territory`
    is where it holds, None when that is not known.
    """

    name: str
    attribute: str | None
    reason: str
    subject: Subject | None = None
    territory: str | None = None


class World:
    """Everything that is known, indexed once (thế giới).

    Args:
        territories: The dated tree.
        issuers: Bodies with class, level, territory and predecessors.
        ranks: Rank of each type of text by period.
        policies: By attribute; an attribute without one combines as `unique` by reception.
        instruments: The texts with their norms.
        publications: Evidence to compare answers with.
        domains: What values the facts can take.
        unreadable: What could not be made ready; shown, never dropped.
        order: The order of two amounts of different kinds, where the caller knows more than
            what holds on every day.

    Raises:
        ValueError: A key is given twice, or a text names an issuer that is not there.
    """

    def __init__(
        self,
        *,
        territories: TerritoryTree,
        issuers: Iterable[Issuer],
        ranks: Iterable[Rank],
        policies: Mapping[str, AttributePolicy],
        instruments: Iterable[Instrument],
        publications: Iterable[PublicationEvidence] = (),
        domains: Mapping[str, FactDomain] = NO_DOMAINS,
        unreadable: Iterable[Unreadable] = (),
        order: Order = not_above,
    ) -> None:
        self.territories = territories
        self.issuers = {issuer.id: issuer for issuer in issuers}
        self.policies = dict(policies)
        self.domains = dict(domains)
        self.order = order
        self.unreadable = tuple(unreadable)
        self.publications = tuple(publications)
        self.published: dict[tuple[str, str | None], list[PublicationEvidence]] = {}
        for evidence in self.publications:
            named = (evidence.attribute, evidence.procedure)
            self.published.setdefault(named, []).append(evidence)
        self._ranks: dict[str, list[Rank]] = {}
        for rank in ranks:
            self._ranks.setdefault(rank.type, []).append(rank)
        self.texts = _by_key(instruments)
        self.candidates = _ready(self)
        self._ambiguous = _repeated(text.number for text in self.texts.values())
        self.index = Index(self.candidates.values())
        self.predecessors = {name: self._before(name) for name in self.issuers}
        self._recorded = sorted(
            day
            for day in {
                *(text.recorded or text.promulgated for text in self.texts.values()),
                *(item.recorded for item in self.publications),
            }
            if day is not None
        )
        self._registers: dict[tuple[int, frozenset[Key]], Register] = {}
        self._dockets: dict[tuple[object, ...], Docket] = {}
        self._shared: dict[Reach, Docket] = {}

    def restricted(self, keep: Callable[[Instrument], bool]) -> World:
        """Return the same world with only the texts that `keep` lets stand."""
        return World(
            territories=self.territories,
            issuers=self.issuers.values(),
            ranks=(rank for rows in self._ranks.values() for rank in rows),
            policies=self.policies,
            instruments=(text for text in self.texts.values() if keep(text)),
            publications=self.publications,
            domains=self.domains,
            unreadable=self.unreadable,
            order=self.order,
        )

    def policy(self, attribute: str) -> AttributePolicy:
        """Return how answers about an attribute are put together."""
        return self.policies.get(attribute, DEFAULT_POLICY)

    def rank(self, text: Instrument) -> Rank | None:
        """Return the rank of a text by its type on the day of promulgation.

        None where such a type, or a text of such a nature, sets no norm. A day that is not
        known does no harm to a type that always had one rank.
        """
        if text.nature in (Nature.PLAN, Nature.PUBLICATION):
            return None
        rows = self._ranks.get(text.type, ())
        day = text.promulgated
        if day is None:
            row = next((row for row in rows if row.validity == ALWAYS), None)
        else:
            row = next((row for row in rows if row.validity.covers(day)), None)
        if row is not None and text.nature is Nature.ADMINISTRATIVE:
            return replace(row, normative=False)
        return row

    def force_name(self, text: Key) -> str:
        """Return the name of the missing fact that a text's unknown force is."""
        number = self.texts[text].number
        return f"instrument:{text if number in self._ambiguous else number}.force"

    def known_index(self, known_on: date | None) -> int:
        """Return which of the states of the register a day of knowledge means; -1: all."""
        return -1 if known_on is None else bisect_right(self._recorded, known_on)

    def register(self, known_on: date | None, assumed: frozenset[Key] = frozenset()) -> Register:
        """Return the register as it was known on a day.

        Args:
            known_on: The day; None for everything.
            assumed: Texts of unknown force that are taken to be in force.
        """
        key = (self.known_index(known_on), assumed)
        known = self._registers.get(key)
        if known is None:
            known = self._registers[key] = Register(self, known_on, assumed)
        return known

    def docket(self, query: Query) -> Docket:
        """Return what a query's subject can ask for in its place, found once.

        Subjects that reach the same norms and announcements share what was found.
        """
        key = (
            query.attribute,
            query.procedure,
            query.sector,
            query.charge,
            query.territory,
            query.known_on and self.known_index(query.known_on),
        )
        found = self._dockets.get(key)
        if found is None:
            if len(self._dockets) >= MOST_DOCKETS:
                self._dockets.clear()
                self._shared.clear()
            reach = Reach.of(self.register(query.known_on), query)
            found = self._shared.get(reach)
            if found is None:
                found = self._shared[reach] = Docket(reach)
            self._dockets[key] = found
        return found

    def _before(self, issuer: str) -> frozenset[str]:
        """Return all bodies that an issuer succeeds, directly or through others."""
        found: set[str] = set()
        open_ = [issuer]
        while open_:
            body = self.issuers.get(open_.pop())
            for earlier in body.predecessors if body is not None else ():
                if earlier not in found:
                    found.add(earlier)
                    open_.append(earlier)
        return frozenset(found)


class Index:
    """Finds the norms that may reach a procedure, its sector or a charge (chỉ mục)."""

    def __init__(self, candidates: Iterable[Candidate]) -> None:
        self._found: dict[tuple[str, str, str | None], list[Candidate]] = {}
        self._by_reference: dict[str, list[Candidate]] = {}
        for item in candidates:
            for kind, name in _entries(item):
                self._found.setdefault((item.norm.attribute, kind, name), []).append(item)

    def near(
        self, attribute: str, procedure: str | None, sector: str | None, charge: str | None
    ) -> list[Candidate]:
        """Return every norm that may reach the subject; some of them do not."""
        found: dict[Key, Candidate] = {}
        for kind, name in (
            ("charge", charge),
            ("procedure", procedure),
            ("sector", sector),
            ("any", None),
        ):
            for item in self._found.get((attribute, kind, name), ()):
                found[item.key] = item
        return list(found.values())


def _entries(item: Candidate) -> list[tuple[str, str | None]]:
    """Return where to file a norm: under the first list of its subject, else under `any`."""
    subject = item.norm.subject
    if subject is None:
        return [("any", None)]
    for kind, names in (
        ("charge", subject.charges),
        ("procedure", subject.procedures),
        ("sector", subject.sectors),
    ):
        if names is not None:
            return [(kind, name) for name in names]
    return [("any", None)]


def _by_key(instruments: Iterable[Instrument]) -> dict[Key, Instrument]:
    texts: dict[Key, Instrument] = {}
    for text in instruments:
        if text.key in texts:
            raise ValueError(f"two instruments with the key {text.key}")
        texts[text.key] = text
    return texts


def _ready(world: World) -> dict[Key, Candidate]:
    found: dict[Key, Candidate] = {}
    for text in world.texts.values():
        if text.issuer not in world.issuers:
            raise ValueError(f"{text.key} names an issuer that is not there: {text.issuer}")
        rank = world.rank(text)
        for norm in text.norms:
            if norm.key in found:
                raise ValueError(f"two norms with the key {norm.key}")
            found[norm.key] = candidate(norm, text, world.issuers[text.issuer], rank)
    return found


def _repeated(numbers: Iterable[str]) -> frozenset[str]:
    seen: set[str] = set()
    twice: set[str] = set()
    for number in numbers:
        (twice if number in seen else seen).add(number)
    return frozenset(twice)
