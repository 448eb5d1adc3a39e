"""Whatever a file names must be declared somewhere (tham chiếu): integrity across files.

A catalogue of which nothing is known judges nobody: silence about all agencies is not the
absence of one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.layering import logical_path
from tthc_rules.engine.references import CITATION, Reference, References
from tthc_rules.engine.register import NAMES, Register
from tthc_rules.model.entry import Entry
from tthc_rules.model.values import Tree
from tthc_rules.spelling import nearest


def check_references(
    entry: Entry,
    references: References,
    register: Register,
    instruments: Instruments,
    subject: str,
) -> Iterator[Finding]:
    """Yield a finding for each name in `entry` that is declared nowhere.

    Args:
        entry: A data file's item, of any kind.
        references: Finds what the item refers to.
        register: The shared catalogues.
        instruments: The register of instruments.
        subject: Whose item it is, for the fingerprint.
    """
    for reference in references.of(entry.kind, entry.value):
        if reference.kind == CITATION:
            yield from _citation(entry, reference, instruments, subject)
        elif reference.kind in NAMES and isinstance(reference.value, str):
            if not register.knows(reference.kind):
                continue
            if register.get(reference.kind, reference.value) is None:
                yield _unknown(entry, reference, reference.value, register, subject)


def _unknown(
    entry: Entry, reference: Reference, id_: str, register: Register, subject: str
) -> Finding:
    near = nearest(id_, register.ids(reference.kind))
    return Finding(
        code="reference/unknown",
        severity=Severity.ERROR,
        span=entry.place(reference.pointer),
        message=Message("reference/unknown", {"id": id_, "catalogue": NAMES[reference.kind]}),
        help=Message("reference/unknown.near", {"near": near})
        if near
        else Message("reference/unknown.help", {"id": id_}),
        subject=subject,
        path=logical_path(entry.value, reference.pointer),
        pointer=reference.pointer,
        facts=(id_,),
    )


def _citation(
    entry: Entry, reference: Reference, instruments: Instruments, subject: str
) -> Iterator[Finding]:
    citation = reference.value
    if not isinstance(citation, Mapping):
        return
    number, issuer = citation.get("instrument"), citation.get("issuer")
    if not isinstance(number, str):
        return
    found = instruments.find(number, issuer if isinstance(issuer, str) else None)
    if len(found) > 1:
        yield _ambiguous(entry, reference, number, found, subject)
    if found or instruments.is_empty or _is_own(entry, citation):
        return
    near = nearest(number, instruments.numbers(), cutoff=0.85)
    yield Finding(
        code="instrument/unresolved-citation",
        severity=Severity.ERROR,
        span=entry.place((*reference.pointer, "instrument")),
        message=Message("instrument/unresolved-citation", {"number": number}),
        help=Message("instrument/unresolved-citation.near", {"near": near})
        if near
        else Message("instrument/unresolved-citation.help"),
        subject=subject,
        path=logical_path(entry.value, (*reference.pointer, "instrument")),
        pointer=(*reference.pointer, "instrument"),
        facts=(number,),
    )


def _ambiguous(
    entry: Entry,
    reference: Reference,
    number: str,
    found: tuple[Entry, ...],
    subject: str,
) -> Finding:
    issuers = ", ".join(sorted(str(one.value.get("issuer", "")) for one in found))
    return Finding(
        code="instrument/key-without-issuer",
        severity=Severity.ERROR,
        span=entry.place((*reference.pointer, "instrument")),
        message=Message("instrument/key-without-issuer", {"number": number, "issuers": issuers}),
        help=Message("instrument/key-without-issuer.help"),
        subject=subject,
        path=logical_path(entry.value, (*reference.pointer, "instrument")),
        pointer=(*reference.pointer, "instrument"),
        facts=(number,),
    )


def _is_own(entry: Entry, citation: Tree) -> bool:
    """Return whether an instrument cites itself: norms of one text may name each other."""
    return entry.kind == "instrument" and entry.value.get("number") == citation["instrument"]
