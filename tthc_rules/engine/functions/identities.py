"""What rules ask of codes, bodies and territories by name (định danh).

Sources: 09/2025/QĐ-TTg (level-1 codes after the merger), 19/2025/QĐ-TTg (territories).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.engine.register import Listed
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, TEXT, Field, Function, Record, RecordType
from tthc_rules.model.territory import Level
from tthc_rules.model.values import Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_PROVINCIAL: Final = re.compile(r"H[0-9]{2}")
"""A level-1 code of a province (mã định danh cấp 1)."""

_KNOWN_FORMS: Final = {
    "procedure": re.compile(
        r"[1-9]\.[0-9]{6}(?:(?:\.000\.00\.00)?\.[A-Z][0-9]{2}(?:\.[0-9]{2,})?)?"
    ),
    "result": re.compile(r"KQ\.[A-Z][0-9]{2}\.[0-9]{6}"),
    "agency": re.compile(r"(?:[0-9]{2,3}\.){0,3}[A-Z][0-9]{2}(?:\.[0-9]{1,5})*"),
}
"""The forms of codes seen in use: `1.000948.H38`, `1.004227.000.00.00.H41`,
`2.000815.000.00.00.H55.02`, `KQ.G10.000272`, `H21.65`, `000.00.00.H41`."""

_DOSSIER: Final = re.compile(
    r"[A-Z][0-9]{2}(?:\.[0-9]{1,5})*-([0-9]{2})([0-9]{2})([0-9]{2})-[0-9]{4}"
)
"""A dossier number of a provincial system: receiving unit, day of reception, sequence."""

_PLACE_OR_END: Final = re.compile(r"\Z| (?:-|tỉnh|thành phố|tp\.?|các tỉnh)")
"""What may follow the name of a body: where it is, or nothing."""

_NOT_FOUND: Final[Value] = MappingProxyType({"is_found": False, "name": "", "successor": ""})

_DASHES: Final = re.compile("[\\u2010-\\u2015]")
_SPACES: Final = re.compile(r"\s+")


def closed_code(law: Law, use: Tree) -> Value:
    """Return whether a code holds a level-1 code closed by a merger (mã đã đóng).

    The closed codes decide, not the live ones: those of provinces that ended by the day and
    whose code no province of the day bears. A body that is gone itself keeps its code.
    """
    ended = use.get("until")
    closed = {} if isinstance(ended, date) and ended <= law.day else _closed_codes(law)
    parts = word(use.get("code")).split(".")
    found = next((part for part in parts if part in closed), "")
    body, successor = closed.get(found, ("", ""))
    return {"is_closed": bool(found), "part": found, "province": body, "successor": successor}


def _closed_codes(law: Law) -> Mapping[str, tuple[str, str]]:
    return law.once("closed_codes", lambda: _closed(law))


def _closed(law: Law) -> dict[str, tuple[str, str]]:
    live: dict[str, str] = {}
    gone: dict[str, Listed] = {}
    for listed in law.register.all("territory"):
        code = word(listed.value.get("agency_code"))
        if not _PROVINCIAL.fullmatch(code):
            continue
        if _level(law, word(listed.value.get("id"))) is Level.PROVINCE:
            live[word(listed.value.get("id"))] = code
        else:
            gone[code] = listed
    kept = set(live.values())
    return {
        code: (listed.name, live.get(word(listed.value.get("successor")), ""))
        for code, listed in gone.items()
        if code not in kept
    }


def _level(law: Law, territory: str) -> Level | None:
    known = law.world.territories.get(territory)
    span = known.span_on(law.day) if known is not None else None
    return span.level if span is not None else None


def has_known_form(use: Tree) -> Value:
    """Return whether a code has one of the forms in use (dạng mã đã biết)."""
    form = _KNOWN_FORMS[word(use.get("role"))]
    return form.fullmatch(word(use.get("code"))) is not None


def code_owner(law: Law, code: str) -> Value:
    """Return the province whose level-1 code a code bears (địa phương cấp mã), if any."""
    parts = code.split(".")
    for listed in law.register.all("territory"):
        own = word(listed.value.get("agency_code"))
        territory = word(listed.value.get("id"))
        if own in parts and _level(law, territory) is Level.PROVINCE:
            return {"is_province": True, "territory": territory, "name": listed.name}
    return {"is_province": False, "territory": "", "name": ""}


def published_name(law: Law, configuration: Tree) -> Value:
    """Return the name under which the procedure was published (tên đã công bố).

    Names that differ only in composition, case, spaces and dashes are the same name.

    Raises:
        Undecided: The publication or one of the names is not known.
    """
    code = word(configuration.get("code"))
    publication = law.publications.get(code)
    published = word(publication.get("name")) if publication is not None else ""
    configured = word(configuration.get("name"))
    if not published or not configured:
        raise Undecided(Message("law/no-published-name", {"code": code}))
    return {"differs": _folded(published) != _folded(configured), "name": published}


def _folded(name: str) -> str:
    plain = _DASHES.sub("-", unicodedata.normalize("NFC", name))
    return _SPACES.sub(" ", plain).strip(" .").casefold()


def territory_on_day(law: Law, territory: str) -> Value:
    """Return whether a territory is an administrative unit on the day (địa bàn vào ngày xét).

    A former province lives on as an area of the merged one and is no unit any more.

    Raises:
        Undecided: No catalogue lists it.
    """
    listed = law.listed("territory", territory)
    tree: Tree = listed if isinstance(listed, Mapping) else {}
    return {
        "is_unit": _level(law, territory) in (Level.PROVINCE, Level.COMMUNE),
        "name": word(tree.get("name")),
        "successor": word(tree.get("successor")),
    }


def former_province(law: Law, name: str) -> Value:
    """Return the former province that a body's name holds (tỉnh cũ trong tên cơ quan).

    Only after the words `tỉnh` and `thành phố`: communes bear the names of provinces too.
    """
    former: dict[str, Listed] = {}
    live: set[str] = set()
    for listed in law.register.all("territory"):
        level = _level(law, word(listed.value.get("id")))
        bare = re.sub(r"^(?:Tỉnh|Thành phố|TP\.)\s+", "", listed.name)
        if level is Level.PROVINCE:
            live.add(bare)
        elif level is Level.AREA:
            former[bare] = listed
    for bare, listed in sorted(former.items()):
        pattern = rf"\b(?:tỉnh|thành phố|TP\.?)\s+{re.escape(bare)}\b(?!\s+[A-ZĐ])"
        if bare not in live and re.search(pattern, name):
            successor = law.register.get("territory", word(listed.value.get("successor")))
            after = successor.name if successor is not None else ""
            return {"is_found": True, "name": bare, "successor": after}
    return _NOT_FOUND


def renamed_body(law: Law, name: str) -> Value:
    """Return the body of the catalogues that a name means and that is gone (cơ quan đã đổi tên).

    The whole name must be that of the catalogue, followed at most by where it is.
    """
    said = _folded(name)
    for old, body in law.once("gone_bodies", lambda: tuple(_gone(law))):
        if said.startswith(old) and _PLACE_OR_END.match(said, len(old)):
            return body
    return _NOT_FOUND


def _gone(law: Law) -> Iterator[tuple[str, Value]]:
    """Yield the name of each body that is gone, and what is told of it."""
    for listed in law.register.all("agency"):
        until, successor = listed.value.get("until"), word(listed.value.get("successor"))
        if not successor or not isinstance(until, date) or law.day < until:
            continue
        after = law.register.get("agency", successor)
        yield (
            _folded(listed.name),
            {
                "is_found": True,
                "name": listed.name,
                "successor": after.name if after is not None else successor,
            },
        )


def is_dossier_number(number: str) -> Value:
    """Return whether a dossier number of a province has its form (mã hồ sơ).

    Receiving unit, day of reception (`yymmdd`, a real day) and a sequence of four digits.
    """
    match = _DOSSIER.fullmatch(number)
    if match is None:
        return False
    year, month, day = (int(part) for part in match.groups())
    try:
        date(2000 + year, month, day)
    except ValueError:
        return False
    return True


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {
        "closed_code": partial(closed_code, law),
        "has_known_form": has_known_form,
        "code_owner": partial(code_owner, law),
        "published_name": partial(published_name, law),
        "territory_on_day": partial(territory_on_day, law),
        "former_province": partial(former_province, law),
        "renamed_body": partial(renamed_body, law),
        "is_dossier_number": is_dossier_number,
    }


_FORMERLY: Final = (
    Field("is_found", "có_nêu", BOOLEAN),
    Field("name", "tên", TEXT),
    Field("successor", "tên_mới", TEXT),
)

TOPIC: Final = Topic(
    records=(
        RecordType(
            "ClosedCode",
            (
                Field("is_closed", "đã_đóng", BOOLEAN),
                Field("part", "phần_mã", TEXT),
                Field("province", "tỉnh_cũ", TEXT),
                Field("successor", "mã_kế_tục", TEXT),
            ),
        ),
        RecordType(
            "CodeOwner",
            (
                Field("is_province", "là_tỉnh", BOOLEAN),
                Field("territory", "địa_bàn", TEXT),
                Field("name", "tên", TEXT),
            ),
        ),
        RecordType(
            "PublishedName",
            (Field("differs", "khác_tên", BOOLEAN), Field("name", "tên_công_bố", TEXT)),
        ),
        RecordType(
            "TerritoryOnDay",
            (
                Field("is_unit", "là_đơn_vị_hành_chính", BOOLEAN),
                Field("name", "tên", TEXT),
                Field("successor", "nơi_kế_tục", TEXT),
            ),
        ),
        RecordType("FormerProvince", _FORMERLY),
        RecordType("RenamedBody", _FORMERLY),
    ),
    functions=(
        Function("closed_code", "mã_đã_đóng", (Record("CodeUse"),), Record("ClosedCode")),
        Function(
            "has_known_form", "dạng_mã_đã_biết", (Record("CodeUse"),), BOOLEAN, may_be_unknown=False
        ),
        Function("code_owner", "nơi_cấp_mã", (TEXT,), Record("CodeOwner")),
        Function("published_name", "tên_đã_công_bố", (Record(EFFECTIVE),), Record("PublishedName")),
        Function("territory_on_day", "địa_bàn_vào_ngày_xét", (TEXT,), Record("TerritoryOnDay")),
        Function("former_province", "tỉnh_cũ_trong_tên", (TEXT,), Record("FormerProvince")),
        Function("renamed_body", "cơ_quan_đã_đổi_tên", (TEXT,), Record("RenamedBody")),
        Function(
            "is_dossier_number", "là_mã_hồ_sơ_của_tỉnh", (TEXT,), BOOLEAN, may_be_unknown=False
        ),
    ),
    bind=bind,
)
