"""How the papers a configuration asks for differ from those published (thành phần hồ sơ)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import EFFECTIVE
from tthc_rules.engine.functions.reading import records, word
from tthc_rules.engine.functions.topic import Bound, Topic
from tthc_rules.lang.undecided import Undecided
from tthc_rules.lang.vocabulary import BOOLEAN, TEXT, Field, Function, Record, RecordType
from tthc_rules.model.text import Text
from tthc_rules.model.values import REFUSED, Tree, Value

if TYPE_CHECKING:
    from tthc_rules.engine.law import Law

_KNOWN: Final = "PublishedPaper"


def published_paper(law: Law, configuration: Tree, component: Tree) -> Value:
    """Return what a paper asks beyond the publication (giấy tờ so với bản công bố).

    Asking for less is no burden and not a departure. A departure is explained by an act in
    force that the configuration itself cites at the paper.

    Raises:
        Undecided: A number or a citation that the answer rests on could not be read.

    Source: 63/2010/NĐ-CP, Article 19, clause 1, and Article 20, clause 5.
    """
    publication = law.publications.get(word(configuration.get("code")), {})
    listed = records(publication.get("components"))
    same = [one for one in listed if one.get("id") == component.get("id")]
    before: Tree = same[0] if same else {}
    what = _beyond(before, component) if same else [Text("không có trong bản công bố", "new")]
    originals = bool(same) and _more(before, component, "originals")
    own = component.get("basis") if component.get("basis") != before.get("basis") else None
    return {
        "is_known": bool(listed),
        "departs": bool(what),
        "more_originals": originals,
        "is_explained": (bool(what) or originals) and _in_force(law, own),
        "what": Text("; ".join(one.vi for one in what), "; ".join(one.en for one in what)),
    }


def _beyond(before: Tree, now: Tree) -> list[Text]:
    found = []
    if _more(before, now, "copies"):
        old, new = before.get("copies"), now.get("copies")
        found.append(Text(f"{new} bản sao thay vì {old}", f"{new} copies instead of {old}"))
    if before.get("required") is False and now.get("required") is True:
        found.append(Text("bắt buộc thay vì không bắt buộc", "required instead of optional"))
    return found


def _more(before: Tree, now: Tree, key: str) -> bool:
    old, new = before.get(key), now.get(key)
    if REFUSED in (old, new):
        raise Undecided(Message("law/unread"))
    return isinstance(old, int) and isinstance(new, int) and new > old


def _in_force(law: Law, citation: Value | None) -> bool:
    if not isinstance(citation, Mapping):
        return False
    found = law.instrument(citation)
    return isinstance(found, Mapping) and found.get("in_force") is True


def bind(law: Law) -> Bound:
    """Return the functions for the law of one day."""
    return {"published_paper": partial(published_paper, law)}


TOPIC: Final = Topic(
    records=(
        RecordType(
            _KNOWN,
            (
                Field("is_known", "có_danh_mục", BOOLEAN),
                Field("departs", "vượt_công_bố", BOOLEAN),
                Field("more_originals", "thêm_bản_chính", BOOLEAN),
                Field("is_explained", "có_căn_cứ_riêng", BOOLEAN),
                Field("what", "điểm_khác", TEXT),
            ),
        ),
    ),
    functions=(
        Function(
            "published_paper",
            "so_với_giấy_tờ_công_bố",
            (Record(EFFECTIVE), Record("Component")),
            Record(_KNOWN),
        ),
    ),
    bind=bind,
)
