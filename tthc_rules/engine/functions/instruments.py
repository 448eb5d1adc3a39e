"""What rules ask of the texts that are cited and published (văn bản): nature, place, issuer.

Whether a text is in force is asked of `law` itself; here is what else may be wrong with it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions.reading import word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.engine.resolution.citations import text_key
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import (
    BOOLEAN,
    INTEGER,
    TEXT,
    Field,
    Function,
    Record,
    RecordType,
)
from tthc_rules.model.law import Instrument, Issuer, Key, Nature, RelationKind
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_NATION: Final = "VN"

_LEAST_DAYS: Final = {"nation": 45, "province": 10, "commune": 10}
"""Days from adoption to force where no shortened procedure is stated (64/2025/QH15, 53(1))."""

_SUCCEEDS: Final = frozenset({RelationKind.REPLACES, RelationKind.FOLLOWS})


class _Provision(NamedTuple):
    """A place in a text: article, clause, point; empty where it is not narrowed."""

    article: str
    clause: str
    point: str

    def holds(self, other: _Provision) -> bool:
        """Return whether the other place is this one or lies in it."""
        pairs = zip(self, other, strict=True)
        return all(not own or own == asked for own, asked in pairs)


def _provision(at: str) -> _Provision:
    found = (
        re.search(pattern, at, re.IGNORECASE)
        for pattern in (r"\bđiều (\d+[a-zđ]?)\b", r"\bkhoản (\d+[a-zđ]?)\b", r"\bđiểm ([a-zđ])\b")
    )
    return _Provision(*(match[1].lower() if match else "" for match in found))


class Cited:
    """Answers about cited texts, for the law of one day."""

    def __init__(self, law: Law) -> None:
        self._law = law

    @cached_property
    def _successors(self) -> Mapping[Key, tuple[Instrument, ...]]:
        found: dict[Key, list[Instrument]] = defaultdict(list)
        for text in self._law.world.texts.values():
            for relation in text.relations:
                if relation.kind in _SUCCEEDS and relation.norms is None:
                    found[relation.target].append(text)
        return {key: tuple(texts) for key, texts in found.items()}

    def standing(self, use: Tree) -> Value:
        """Return what kind of text a citation names and what took its place (văn bản dẫn chiếu).

        Raises:
            Undecided: The register holds no such text, or several.
        """
        tree = self._found(use)
        key = text_key(word(tree.get("issuer")), word(tree.get("number")))
        after = [
            text.number
            for text in self._successors.get(key, ())
            if text.force is not None and text.force.covers(self._law.day)
        ]
        return {
            "number": word(tree.get("number")),
            "is_plan": tree.get("nature") == Nature.PLAN.value,
            "is_publication": tree.get("nature") == Nature.PUBLICATION.value,
            "is_replaced": bool(after),
            "replaced_by": ", ".join(sorted(after)),
        }

    def repealed_part(self, use: Tree) -> Value:
        """Return whether a registered text repealed the provision cited (điều khoản bãi bỏ).

        Raises:
            Undecided: The register holds no such text, or several.
        """
        asked = _provision(word(use.get("at")))
        for part in self._law.instruments.repealed_parts(self._found(use)):
            place = _provision(part.at)
            in_force = part.start is None or part.start <= self._law.day
            if in_force and place.article and place.holds(asked):
                return {"is_repealed": True, "at": part.at, "by": part.by}
        return {"is_repealed": False, "at": "", "by": ""}

    def reach(self, use: Tree) -> Value:
        """Return whether a cited text applies where it is cited (phạm vi lãnh thổ).

        A national record may cite texts of the whole country alone; a province's also its
        own, those of its former provinces and of its communes.

        Raises:
            Undecided: The text or one of the territories is not known.

        Source: 64/2025/QH15, Article 54, clauses 1 and 2.
        """
        tree = self._found(use)
        of, place = word(tree.get("territory")), word(use.get("territory")) or _NATION
        tree_of, tree_place = (self._law.listed("territory", one) for one in (of, place))
        path = self._law.world.territories.path
        day = self._law.day
        reaches = of in path(place, day) or (place != _NATION and place in path(of, day))
        return {
            "is_elsewhere": not reaches,
            "number": word(tree.get("number")),
            "of": _name(tree_of),
            "place": _name(tree_place),
        }

    def competence(self, use: Tree) -> Value:
        """Return whether the issuer could set what the text is cited for (thẩm quyền).

        A type of text that sets nothing supports no number. A local issuer sets a time limit
        of a national procedure only where a registered norm leaves that to it.

        Raises:
            Undecided: The text is not known, or no delegation of the time limit is.
        """
        tree = self._found(use)
        issuer, number = word(tree.get("issuer")), word(tree.get("number"))
        text = self._law.world.texts.get(text_key(issuer, number))
        body = self._law.world.issuers.get(issuer)
        if text is None or body is None:
            raise Undecided(Message("law/unread"))
        name = _name(self._law.listed("issuer", issuer))
        sets = self._law.world.rank(text) is not None
        fits = sets and self._may_set(use, body, number)
        why = _NOT_DELEGATED if sets else _SETS_NOTHING
        return {"is_competent": fits, "number": number, "issuer": name, "why": why}

    def _may_set(self, use: Tree, issuer: Issuer, number: str) -> bool:
        if issuer.level == "nation" or use.get("supports") != "time-limit":
            return True
        procedure = word(use.get("procedure"))
        publication = self._law.publications.get(procedure, {})
        if "territory" in publication or publication.get("mandate") == "local":
            return True
        sector = word(publication.get("sector")) or None
        slots = [
            item.norm.delegation
            for item in self._law.world.index.near("time_limit", procedure, sector, None)
            if item.norm.delegation is not None
            and item.norm.subject is not None
            and item.norm.subject.reaches(procedure, sector, None)
        ]
        if not slots:
            raise Undecided(Message("law/no-delegation", {"number": number}))
        return any(slot.to.addresses(issuer) for slot in slots)

    def force_gap(self, instrument: Tree) -> Value:
        """Return the days from adoption to force, and how many there must be (ngày hiệu lực).

        Raises:
            Undecided: A day or the level of the issuer is not known.

        Source: 64/2025/QH15, Article 53, clause 1.
        """
        force = instrument.get("force")
        start = force.get("from") if isinstance(force, Mapping) else None
        adopted = instrument.get("adopted", instrument.get("signed"))
        issuer = self._law.listed("issuer", word(instrument.get("issuer")))
        level = word(issuer.get("level")) if isinstance(issuer, Mapping) else ""
        known = isinstance(start, date) and isinstance(adopted, date)
        if not known or level not in _LEAST_DAYS or REFUSED in (start, adopted):
            raise Undecided(Message("law/unread"))
        days = (
            (start - adopted).days if isinstance(start, date) and isinstance(adopted, date) else 0
        )
        return {"days": days, "bound": _LEAST_DAYS[level]}

    def is_national(self, citation: Tree) -> Value:
        """Return whether a citation names a text of a central body (văn bản trung ương).

        Raises:
            Undecided: The register holds no such text, or several.
        """
        return word(self._found(citation).get("territory")) == _NATION

    def _found(self, citation: Tree) -> Tree:
        number, issuer = word(citation.get("instrument")), word(citation.get("issuer"))
        found = self._law.instruments.find(number, issuer or None)
        if len(found) != 1:
            key = "law/ambiguous-instrument" if found else "law/unknown-instrument"
            raise Undecided(Message(key, {"number": number}))
        return found[0].value


_SETS_NOTHING: Final = Text("loại văn bản này không đặt quy định", "such a text sets nothing")
_NOT_DELEGATED: Final = Text(
    "quy định được giao cho cơ quan khác", "the power was given to another body"
)


def _name(value: Value) -> str:
    return word(value.get("name")) if isinstance(value, Mapping) else ""


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    cited = Cited(law)
    return {
        "standing": cited.standing,
        "repealed_part": cited.repealed_part,
        "reach": cited.reach,
        "competence": cited.competence,
        "force_gap": cited.force_gap,
        "is_national": cited.is_national,
    }


_USE: Final = (Record("CitationUse"),)

TOPIC: Final = Topic(
    records=(
        RecordType(
            "TextStanding",
            (
                Field("number", "số_hiệu", TEXT),
                Field("is_plan", "là_phương_án", BOOLEAN),
                Field("is_publication", "là_công_bố", BOOLEAN),
                Field("is_replaced", "đã_được_thay", BOOLEAN),
                Field("replaced_by", "văn_bản_thay", TEXT),
            ),
        ),
        RecordType(
            "RepealedPart",
            (
                Field("is_repealed", "đã_bãi_bỏ", BOOLEAN),
                Field("at", "điều_khoản", TEXT),
                Field("by", "do_văn_bản", TEXT),
            ),
        ),
        RecordType(
            "Reach",
            (
                Field("is_elsewhere", "của_nơi_khác", BOOLEAN),
                Field("number", "số_hiệu", TEXT),
                Field("of", "địa_bàn_của_văn_bản", TEXT),
                Field("place", "nơi_dẫn", TEXT),
            ),
        ),
        RecordType(
            "IssuingCompetence",
            (
                Field("is_competent", "có_thẩm_quyền", BOOLEAN),
                Field("number", "số_hiệu", TEXT),
                Field("issuer", "cơ_quan_ban_hành", TEXT),
                Field("why", "lý_do", TEXT),
            ),
        ),
        RecordType(
            "ForceGap",
            (Field("days", "số_ngày", INTEGER), Field("bound", "mức_tối_thiểu", INTEGER)),
        ),
    ),
    functions=(
        Function("standing", "tình_trạng_văn_bản", _USE, Record("TextStanding")),
        Function("repealed_part", "điều_khoản_bị_bãi_bỏ", _USE, Record("RepealedPart")),
        Function("reach", "phạm_vi_của_văn_bản", _USE, Record("Reach")),
        Function("competence", "thẩm_quyền_ban_hành", _USE, Record("IssuingCompetence")),
        Function("force_gap", "khoảng_cách_hiệu_lực", (Record("instrument"),), Record("ForceGap")),
        Function("is_national", "là_văn_bản_trung_ương", (Record("Citation"),), BOOLEAN),
    ),
    bind=bind,
)
