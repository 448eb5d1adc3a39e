"""What rules ask of cuts and cases that norms set (cắt giảm thời hạn, trường hợp)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.engine.resolution import Answer, Fault, Irregularity, MissingFacts, resolve
from tthc_rules.engine.resolution.citations import norm_key, text_key
from tthc_rules.engine.situations import meeting
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    DATE,
    TEXT,
    Field,
    Function,
    ListOf,
    Record,
    RecordType,
)
from tthc_rules.model.law import Key, Query
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_TIME: Final = "time_limit"


def lengthens_locally(law: Law, instrument: Tree, norm: Tree) -> bool:
    """Return whether a local act that is no normative text sets more time than it may.

    Source: 63/2010/NĐ-CP, Article 8, clause 1; 64/2025/QH15, Article 54.
    """
    text = text_key(word(instrument.get("issuer")), word(instrument.get("number")))
    candidate = law.world.candidates.get(norm_key(text, word(norm.get("id"))))
    if candidate is None or candidate.norm.attribute != _TIME or candidate.normative:
        return False
    if candidate.issuer.level == "nation":
        return False
    return any(
        item.fault is Fault.OVER_BOUND and candidate.key in item.norms
        for query in law.inquiry.questions(candidate.norm, candidate.territory)
        for facts in meeting(law.world, query, candidate.when)
        for item in _irregularities(law, replace(query, facts=facts))
    )


def _irregularities(law: Law, query: Query) -> tuple[Irregularity, ...]:
    resolution = resolve(law.world, query)
    return () if isinstance(resolution, MissingFacts) else resolution.irregularities


def cases_left_out(law: Law, configuration: Tree) -> Value:
    """Return the cases with a time of their own that a configuration lacks (trường hợp thiếu).

    Cases are held by the publication, where it has several, and by norms in force that set a
    time for a named case. A configuration that has as many cases as the publication is taken
    to have named them otherwise.

    Raises:
        Undecided: The cases could not be read.

    Source: 63/2010/NĐ-CP, Article 8, clause 2, point đ.
    """
    if REFUSED in (configuration.get("cases"), configuration.get("code")):
        raise Undecided(Message("law/unread"))
    declared = records(configuration.get("cases"))
    own = {word(case.get("id")) for case in declared}
    published = records(law.publications.get(word(configuration.get("code")), {}).get("cases"))
    found: dict[str, None] = {}
    if len(published) > 1 and len(declared) < len(published):
        found.update((word(case.get("id")), None) for case in published)
    found.update((name, None) for name in _cases_of_norms(law, configuration))
    return tuple(name for name in found if name not in own)


def _cases_of_norms(law: Law, configuration: Tree) -> Iterator[str]:
    named = law.inquiry.named_cases(_TIME, word(configuration.get("code")))
    for name, norms in sorted(named.items()):
        if norms & _cited(law, configuration, name):
            yield name


def _cited(law: Law, configuration: Tree, case: str) -> frozenset[Key]:
    """Return the norms that give the time of a case, in any channel."""
    found: set[Key] = set()
    for channel in ("direct", "online", "postal"):
        query = Query(
            _TIME,
            procedure=word(configuration.get("code")),
            sector=word(configuration.get("sector")),
            case=case,
            channel=channel,
            territory=word(configuration.get("territory")),
            events=dict.fromkeys(("reception", "filing", "postmark"), law.day),
        )
        resolution = resolve(law.world, query)
        if isinstance(resolution, Answer):
            found.update(resolution.cites)
    return frozenset(found)


def workflow_and_cut(law: Law, configuration: Tree) -> Value:
    """Return the approval of the route beside the latest cut of its time (quy trình, cắt giảm).

    `is_older` is false where no local act in force cuts the time.

    Raises:
        Undecided: The approval is not in the register, or a day of signing is not known.

    Source: 01/2018/TT-VPCP, Article 8, clauses 3 and 4.
    """
    number, approved = _approval(law, configuration)
    cuts = sorted(_cuts(law, configuration))
    cut, name = cuts[-1] if cuts else (approved, "")
    return {
        "is_older": approved < cut,
        "workflow": number,
        "approved": approved,
        "cut": name,
        "cut_signed": cut,
    }


def _approval(law: Law, configuration: Tree) -> tuple[str, date]:
    route = configuration.get("route")
    cited = route.get("approved_by") if isinstance(route, Mapping) else None
    citation: Tree = cited if isinstance(cited, Mapping) else {}
    number = word(citation.get("instrument"))
    found = law.instruments.find(number, word(citation.get("issuer")) or None)
    if len(found) != 1:
        key = "law/ambiguous-instrument" if found else "law/unknown-instrument"
        raise Undecided(Message(key, {"number": number}))
    signed = found[0].value.get("signed")
    if not isinstance(signed, date):
        raise Undecided(Message("law/no-day-of-signing", {"number": number}))
    return number, signed


def _cuts(law: Law, configuration: Tree) -> Iterator[tuple[date, str]]:
    """Yield the local acts that give the time of some case and channel, by day of signing."""
    for case in records(configuration.get("cases")):
        for channel in records(case.get("channels")):
            query = Query(
                _TIME,
                procedure=word(configuration.get("code")),
                sector=word(configuration.get("sector")),
                case=word(case.get("id")),
                channel=word(channel.get("channel")),
                territory=word(configuration.get("territory")),
                events=dict.fromkeys(("reception", "filing", "postmark"), law.day),
            )
            resolution = resolve(law.world, query)
            cites = resolution.cites if isinstance(resolution, Answer) else ()
            for candidate in (law.world.candidates[key] for key in cites):
                if candidate.issuer.level == "nation":
                    continue
                if candidate.text.promulgated is None:
                    number = candidate.text.number
                    raise Undecided(Message("law/no-day-of-signing", {"number": number}))
                yield candidate.text.promulgated, candidate.text.number


def basis_in_force(law: Law, citation: Tree) -> bool:
    """Return whether a cited text is still in force on the day (căn cứ còn hiệu lực).

    Raises:
        Undecided: The register does not know the text, or knows several by its number.
    """
    number = word(citation.get("instrument"))
    found = law.instruments.find(number, word(citation.get("issuer")) or None)
    if len(found) != 1:
        key = "law/ambiguous-instrument" if found else "law/unknown-instrument"
        raise Undecided(Message(key, {"number": number}))
    return law.instruments.force(found[0].value).covers(law.day)


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "lengthens_locally": partial(lengthens_locally, law),
        "cases_left_out": partial(cases_left_out, law),
        "workflow_and_cut": partial(workflow_and_cut, law),
        "basis_in_force": partial(basis_in_force, law),
    }


_CONFIGURED: Final = (Record(EFFECTIVE),)

TOPIC: Final = Topic(
    records=(
        RecordType(
            "WorkflowAndCut",
            (
                Field("is_older", "quy_trình_cũ_hơn", BOOLEAN),
                Field("workflow", "quyết_định_quy_trình", TEXT),
                Field("approved", "ngày_phê_duyệt", DATE),
                Field("cut", "quyết_định_cắt_giảm", TEXT),
                Field("cut_signed", "ngày_cắt_giảm", DATE),
            ),
        ),
    ),
    functions=(
        Function(
            "lengthens_locally",
            "kéo_dài_tại_địa_phương",
            (Record("instrument"), Record("Norm")),
            BOOLEAN,
            may_be_unknown=False,
        ),
        Function("cases_left_out", "trường_hợp_bị_thiếu", _CONFIGURED, ListOf(TEXT)),
        Function(
            "workflow_and_cut", "quy_trình_và_cắt_giảm", _CONFIGURED, Record("WorkflowAndCut")
        ),
        Function("basis_in_force", "căn_cứ_còn_hiệu_lực", (Record("Citation"),), BOOLEAN),
    ),
    bind=bind,
)
