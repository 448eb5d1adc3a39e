"""What rules read in the number of a publishing decision (quyết định công bố)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.functions.reading import word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, TEXT, Field, Function, Record, RecordType
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value
from tthc_rules.spelling import nearest

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_NUMBER: Final = re.compile(
    r"(?!0+[a-z]?/)[0-9]+[a-z]?(?:/[0-9]{4})?/QĐ-([A-ZĐ][A-ZĐa-z]+)(?:-[A-Z0-9]+)*"
)
"""`1649/QĐ-BNNMT`, `885/QĐ-BCA-C06`, `2304a/QĐ-NHNN`, `12/2025/QĐ-UBND`."""

_WITHOUT_STROKE: Final = re.compile(r"/QD-")
_LABEL: Final = re.compile(r"^\s*số\s*:?\s*", re.IGNORECASE)
_LOCAL: Final = "UBND"


class Decisions:
    """Reads numbers of decisions, for the catalogues of one run."""

    def __init__(self, law: Law) -> None:
        self._law = law

    @cached_property
    def _abbreviations(self) -> Mapping[str, str]:
        found: dict[str, str] = {}
        for listed in self._law.register.all("issuer"):
            held = listed.value.get("abbreviations", ())
            for one in held if isinstance(held, tuple) else ():
                found[word(one)] = word(listed.value.get("id"))
        return found

    def number_form(self, number: str) -> Value:
        """Return whether the number of a decision can be one (dạng số hiệu).

        An abbreviation no catalogue knows is a fault only where it is one slip away from a
        known one: the catalogues do not know every issuer.
        """
        match = _NUMBER.fullmatch(number)
        if match is not None:
            near = self._slip(match[1])
            shown = number.replace(f"-{match[1]}", f"-{near}", 1) if near else ""
        else:
            shown = _WITHOUT_STROKE.sub("/QĐ-", _LABEL.sub("", number))
            shown = shown if _NUMBER.fullmatch(shown) else ""
        why = Text(f"có phải là {shown}?", f"is it {shown}?") if shown else _NOT_A_NUMBER
        return {"is_well_formed": match is not None and not shown, "why": why}

    def _slip(self, abbreviation: str) -> str:
        """Return the known abbreviation meant; empty where it is known or far from all."""
        if abbreviation in self._abbreviations or abbreviation == _LOCAL:
            return ""
        long_enough = [one for one in self._abbreviations if len(one) > 4]
        return nearest(abbreviation, long_enough, cutoff=0.9) or ""

    def publisher(self, publication: Tree) -> Value:
        """Return who published a procedure and who manages its field (cơ quan công bố).

        Raises:
            Undecided: There is no decision, or its issuer or the managing ministry is not
                known.

        Source: 63/2010/NĐ-CP, Article 13, clauses 1 and 2.
        """
        tree = publication.get("publication")
        if not isinstance(tree, Mapping):
            raise Undecided(Message("law/no-decision"))
        issuer = word(tree.get("issuer")) or self._issuer(word(tree.get("number")))
        sector = self._law.listed("sector", word(publication.get("sector")))
        ministry = word(sector.get("ministry")) if isinstance(sector, Mapping) else ""
        if not ministry:
            raise Undecided(Message("law/no-managing-ministry"))
        body = self._law.world.issuers.get(issuer)
        local = issuer == _LOCAL or (body is not None and body.level != "nation")
        same = ministry == issuer or issuer in self._law.world.predecessors.get(ministry, ())
        return {
            "fits": local or same,
            "issuer": self._name(issuer),
            "ministry": self._name(ministry),
        }

    def _issuer(self, number: str) -> str:
        match = _NUMBER.fullmatch(number)
        abbreviation = match[1] if match is not None else ""
        if abbreviation == _LOCAL:
            return _LOCAL
        if abbreviation not in self._abbreviations:
            raise Undecided(Message("law/unknown-publisher", {"number": number}))
        return self._abbreviations[abbreviation]

    def _name(self, issuer: str) -> str:
        listed = self._law.register.get("issuer", issuer)
        return listed.name if listed is not None else issuer


_NOT_A_NUMBER: Final = Text("không theo mẫu số/QĐ-chữ viết tắt", "it is not number/QĐ-abbreviation")


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    decisions = Decisions(law)
    return {"number_form": decisions.number_form, "publisher": decisions.publisher}


TOPIC: Final = Topic(
    records=(
        RecordType(
            "NumberForm",
            (Field("is_well_formed", "đúng_dạng", BOOLEAN), Field("why", "lý_do", TEXT)),
        ),
        RecordType(
            "Publisher",
            (
                Field("fits", "đúng_ngành", BOOLEAN),
                Field("issuer", "cơ_quan_công_bố", TEXT),
                Field("ministry", "bộ_quản_lý", TEXT),
            ),
        ),
    ),
    functions=(
        Function("number_form", "dạng_số_hiệu", (TEXT,), Record("NumberForm")),
        Function("publisher", "nơi_công_bố", (Record("procedure"),), Record("Publisher")),
    ),
    bind=bind,
)
