"""From data files to the world of texts (đọc văn bản và danh mục).

Nothing vanishes. A norm of which a part is unreadable stays, with that part as an unknown;
a text without its days stays, with its force as an unknown; what has not even a name is
listed as unreadable and shown in every receipt it may concern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from tthc_rules.diagnostics import Finding, Message, Severity, Verdict, in_order
from tthc_rules.engine.resolution.amounts import Order, not_above
from tthc_rules.engine.resolution.citations import Citations, Known, norm_key, text_key
from tthc_rules.engine.resolution.decode_catalogues import (
    Catalogues,
    decode_catalogues,
    member,
)
from tthc_rules.engine.resolution.decode_norms import NormReader, ParseCondition
from tthc_rules.engine.resolution.fields import Fields
from tthc_rules.engine.resolution.world import Unreadable, World
from tthc_rules.model.entry import Entry
from tthc_rules.model.law import (
    Instrument,
    Issuer,
    Key,
    Nature,
    Norm,
    PublicationEvidence,
    Relation,
    RelationKind,
)
from tthc_rules.model.validity import ALWAYS, Validity


def decode(
    instruments: Sequence[Entry],
    catalogues: Sequence[Entry],
    parse_condition: ParseCondition,
    *,
    publications: Iterable[PublicationEvidence] = (),
    order: Order = not_above,
) -> tuple[World, tuple[Finding, ...]]:
    """Return the world that data files describe, and what is to be said of them.

    Args:
        instruments: Items of kind `instrument`.
        catalogues: Items of kind `catalogue`.
        parse_condition: Compiles the text of a `when`.
        publications: Evidence to hold answers against.
        order: The order of amounts of different kinds, where more is known than what holds
            on every day.
    """
    reading = _Reading(decode_catalogues(catalogues), parse_condition)
    world = reading.world(instruments, publications, order)
    return world, in_order(reading.findings)


@dataclass(slots=True)
class _Reading:
    known: Catalogues
    parse_condition: ParseCondition
    findings: list[Finding] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)

    def world(
        self,
        entries: Sequence[Entry],
        publications: Iterable[PublicationEvidence],
        order: Order,
    ) -> World:
        """Return the world of the texts."""
        texts = dict(self._identified(entries))
        charges = {key: _charges(fields) for key, fields in texts.items()}
        citations = Citations(_known(fields) for fields in texts.values())
        norms = NormReader(
            citations, self.parse_condition, lambda key: charges.get(key, ()), self.findings
        )
        read = [self._text(key, fields, citations, norms) for key, fields in texts.items()]
        self.findings += citations.findings
        return World(
            territories=self.known.territories,
            issuers=self.known.issuers.values(),
            ranks=self.known.ranks,
            policies=self.known.policies,
            instruments=[text for text in read if text is not None],
            publications=publications,
            domains=self.known.domains,
            unreadable=sorted(self.unreadable, key=lambda item: (item.name, item.reason)),
            order=order,
        )

    # Identity ----------------------------------------------------------------------------

    def _identified(self, entries: Sequence[Entry]) -> Iterator[tuple[Key, Fields]]:
        """Yield each text by its identity; a second one with the same is reported.

        Of two that differ the one that stands first in its file's name and place counts, so
        the order of the files given is nothing.
        """
        found: dict[Key, list[Fields]] = {}
        for entry in entries:
            fields = Fields(entry, entry.value, ())
            number, issuer = fields.text("number"), fields.text("issuer")
            if number is None or issuer is None:
                self._lose(number or issuer or entry.file, None, "identity")
                continue
            found.setdefault(text_key(issuer, number), []).append(fields)
        for key, several in found.items():
            first, *others = sorted(several, key=lambda fields: fields.place())
            for other in others:
                self._say("instrument-twice", other, {"number": str(other.tree["number"])})
                if other.tree != first.tree:
                    self._lose(key, None, "twice")
            yield key, first

    # Texts -------------------------------------------------------------------------------

    def _text(
        self, key: Key, fields: Fields, citations: Citations, reader: NormReader
    ) -> Instrument | None:
        number, issuer = str(fields.tree["number"]), str(fields.tree["issuer"])
        kind, territory = fields.text("type"), fields.text("territory")
        body = self.known.issuers.get(issuer)
        force = _force(fields)
        promulgated, stand_ins = _promulgation(fields, force)
        if force is not None and force.start is None:
            stand_ins = (*stand_ins, "force.from")
        if body is None:
            self._say("unknown-issuer", fields, {"number": number, "issuer": issuer}, at="issuer")
        norms = tuple(self._norms(key, fields, reader))
        reason = self._flaw(body, kind, promulgated)
        if body is None or kind is None or reason is not None:
            self._lose_text(key, norms, territory, reason or "type")
            return None
        return Instrument(
            key=key,
            number=number,
            issuer=issuer,
            type=kind,
            promulgated=promulgated,
            force=force,
            territory=territory or body.territory,
            norms=_without_territory(norms) if territory is None else norms,
            relations=tuple(self._relations(key, fields, citations)),
            recorded=fields.day("recorded"),
            applies_by=fields.texts("applies_by"),
            verified=fields.text("confidence") != "unverified",
            nature=member(Nature, fields.text("nature")),
            stand_ins=stand_ins,
        )

    def _flaw(self, body: Issuer | None, kind: str | None, signed: date | None) -> str | None:
        """Return which part of a text that its rank hangs on is not known, None for none."""
        if body is None:
            return "issuer"
        if kind is None:
            return "type"
        rows = [row for row in self.known.ranks if row.type == kind]
        dated = any(row.validity != ALWAYS for row in rows)
        return "promulgation" if signed is None and dated else None

    def _norms(self, text: Key, fields: Fields, reader: NormReader) -> Iterator[Norm]:
        seen: set[Key] = set()
        for row in fields.each("norms"):
            norm = reader.read(row, text)
            if norm is None:
                name = row.text("id")
                label = text if name is None else norm_key(text, name)
                self._lose(label, row.text("attribute"), "norm")
                self._say("unreadable-norm", row, {"norm": label})
            elif norm.key in seen:
                self._say("norm-twice", row, {"norm": norm.key}, at="id")
                self._lose(norm.key, norm.attribute, "twice")
            else:
                seen.add(norm.key)
                if norm.defects:
                    values = {"norm": norm.key, "parts": ", ".join(norm.defects)}
                    self._say("norm-undecided", row, values, severity=Severity.INFO)
                yield norm
        if "norms" in fields.unread:
            self._lose(text, None, "norms")

    def _relations(self, key: Key, fields: Fields, citations: Citations) -> Iterator[Relation]:
        """Yield what a text does to others; what cannot be read is listed as unreadable.

        A target outside the register has no norm here that anything could happen to.
        """
        for row in fields.each("relations"):
            kind = member(RelationKind, row.text("kind"))
            target = row.inner("target")
            text = citations.text(target) if target is not None else None
            found = None
            if kind is not None and target is not None and text is not None:
                found = _relation(row, kind, target, text, citations)
            if found is not None:
                yield found
            elif text is not None or target is None or target.unread:
                self._lose(key, None, "relation")
        if "relations" in fields.unread:
            self._lose(key, None, "relation")

    # What is said and what is lost -------------------------------------------------------

    def _lose_text(
        self, key: Key, norms: tuple[Norm, ...], territory: str | None, reason: str
    ) -> None:
        for norm in norms:
            place = norm.territory or territory
            self.unreadable.append(Unreadable(key, norm.attribute, reason, norm.subject, place))

    def _lose(self, name: str, attribute: str | None, reason: str) -> None:
        self.unreadable.append(Unreadable(name, attribute, reason))

    def _say(
        self,
        slug: str,
        fields: Fields,
        values: dict[str, str],
        *,
        at: str | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        code = f"resolution/{slug}"
        undecided = severity is Severity.INFO
        self.findings.append(
            Finding(
                code=code,
                severity=severity,
                span=fields.place(*(() if at is None else (at,))),
                message=Message(code, values),
                help=Message(f"{code}.help", values),
                verdict=Verdict.UNDECIDED if undecided else Verdict.VIOLATION,
                subject=values.get("number", values.get("norm", "")),
                pointer=fields.pointer,
            )
        )


def _known(fields: Fields) -> Known:
    norms = {
        name: (row.text("attribute"), row.has("delegation"))
        for row in fields.each("norms")
        if (name := row.text("id")) is not None
    }
    return Known(str(fields.tree["number"]), str(fields.tree["issuer"]), norms)


def _charges(fields: Fields) -> tuple[str, ...]:
    subjects = (row.inner("subject") for row in fields.each("norms"))
    names = (
        name
        for subject in subjects
        if subject is not None
        for name in subject.texts("charges") or ()
    )
    return tuple(dict.fromkeys(names))


def _force(fields: Fields) -> Validity | None:
    """Return the days of force; None where it is not known that the text was ever in force.

    `force` without `from` says that the text is surely applied while its first day was not
    read: the start stays open, and every receipt says that the field is missing.
    """
    given = fields.inner("force")
    if given is None:
        return None
    period = given.period()
    return None if given.unread else period


def _promulgation(fields: Fields, force: Validity | None) -> tuple[date | None, tuple[str, ...]]:
    """Return the day of promulgation and the fields that stand in for another.

    Without a day of signing the day of adoption stands in; without both, the earliest day
    on which the text must have been signed already. Without any it is not known: the text is
    never the later one of two.
    """
    signed, adopted = fields.day("signed"), fields.day("adopted")
    if signed is not None:
        return signed, ()
    start = force.start if force is not None else None
    latest = [day for day in (fields.day("recorded"), start) if day is not None]
    stand_in = adopted if adopted is not None else min(latest, default=None)
    return stand_in, ("promulgated",) if stand_in is not None else ()


def _without_territory(norms: tuple[Norm, ...]) -> tuple[Norm, ...]:
    """Mark the norms of a text whose territory cannot be read: each may not reach here."""
    return tuple(replace(norm, defects=(*norm.defects, "territory")) for norm in norms)


def _relation(
    row: Fields, kind: RelationKind, target: Fields, text: Key, citations: Citations
) -> Relation | None:
    """Return a relation, None where a part of it cannot be read.

    One to a provision (`at`) reaches the norms it names, not the rest of the text.
    """
    norms: tuple[Key, ...] | None = None
    listed, one = row.texts("norms"), target.text("norm")
    if listed is not None:
        norms = citations.named(row, text, ("norms",), listed)
    elif one is not None:
        norms = citations.named(target, text, ("norm",), (one,))
    elif target.text("at") is not None:
        norms = ()
    if norms is None and (listed is not None or one is not None):
        return None
    given = row.inner("under")
    under = citations.norms(given, None) if given is not None else None
    start, until = row.day("from"), row.day("until")
    if row.unread or target.unread or (given is not None and not under):
        return None
    return Relation(kind, text, norms, start, until, under[0] if under else None)
