"""Whatever a file names is declared somewhere."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.strategies.documents import blueprint, document, documents
from tthc_rules.checks.references import check_references
from tthc_rules.diagnostics import Finding, Message
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.references import References
from tthc_rules.engine.register import register
from tthc_rules.loading import Document
from tthc_rules.model.text import Text

CATALOGUES = """
- kind: catalogue
  territories: [{id: XX, name: Tỉnh XX, spans: [{level: province, in: VN}]}]
  agencies: [{id: so-mau-xx, name: Sở Mẫu, level: province, territory: XX}]
  sectors: [{id: linh-vuc-mau, name: Lĩnh vực mẫu}]
  charges: [{id: phi-mau, name: Phí mẫu, type: fee}]
  systems: [{id: he-thong-bo-mau, name: Hệ thống, kind: processing}]
  roles: [{id: chuyen-vien, name: Chuyên viên}]
- {kind: instrument, number: 61/2018/NĐ-CP, issuer: chinh-phu, type: nghi-dinh, territory: VN}
"""
GOOD = """
kind: configuration
procedure: "9.000001"
territory: XX
hosting: [{system: he-thong-bo-mau, state: active}]
overrides:
  sector: linh-vuc-mau
  basis: [{instrument: 61/2018/NĐ-CP}]
  waivers: [{id: a, charge: phi-mau}]
  route:
    receives: so-mau-xx
    decides: so-mau-xx
    steps: [{id: nhan, owner: so-mau-xx, role: receive, actor: chuyen-vien}]
"""


def said(text: str, context: str = CATALOGUES) -> list[Finding]:
    """Return what is said of a document beside these catalogues and instruments."""
    kinds: dict[str, list[Document]] = {"catalogue": [], "instrument": []}
    for one in documents(context):
        kinds[one.kind].append(one)
    known, _ = register([kinds["catalogue"]])
    instruments = Instruments(kinds["instrument"])
    return list(
        check_references(document(text), References(blueprint()), known, instruments, "9.000001 XX")
    )


def values(message: Message | Text | None) -> Mapping[str, Text | str]:
    """Return the values of a message."""
    assert isinstance(message, Message)
    return message.values


def test_nothing_is_said_where_everything_is_declared() -> None:
    assert said(GOOD) == []


@pytest.mark.parametrize(
    ("right", "wrong", "catalogue", "near"),
    [
        ("territory: XX", "territory: ZZ", "địa bàn", None),
        ("he-thong-bo-mau", "he-thong-bo-mai", "hệ thống", "he-thong-bo-mau"),
        ("sector: linh-vuc-mau", "sector: linh-vuc-mua", "lĩnh vực", "linh-vuc-mau"),
        ("phi-mau", "phi-khac-han", "khoản thu", None),
        ("decides: so-mau-xx", "decides: so-mau-xy", "cơ quan", "so-mau-xx"),
        ("actor: chuyen-vien", "actor: chuyen-vein", "vai trò", "chuyen-vien"),
    ],
)
def test_a_name_that_no_catalogue_declares_is_said_with_what_was_meant(
    right: str, wrong: str, catalogue: str, near: str | None
) -> None:
    (finding,) = said(GOOD.replace(right, wrong))
    name = wrong.rsplit(": ", maxsplit=1)[-1]
    assert finding.code == "reference/unknown"
    assert values(finding.message)["id"] == name
    shown = values(finding.message)["catalogue"]
    assert isinstance(shown, Text)
    assert shown.vi == catalogue
    assert values(finding.help).get("near") == near
    assert finding.span is not None
    line = GOOD.replace(right, wrong).splitlines()[finding.span.start.line - 1]
    assert line[finding.span.start.column - 1 : finding.span.end.column - 1] == name


@pytest.mark.parametrize(
    "catalogue", ["territories", "agencies", "sectors", "charges", "systems", "roles"]
)
def test_a_catalogue_of_which_nothing_is_known_judges_nobody(catalogue: str) -> None:
    lines = [line for line in CATALOGUES.splitlines() if not line.startswith(f"  {catalogue}")]
    assert said(GOOD, "\n".join(lines)) == []


def test_where_no_instrument_is_registered_at_all_no_citation_is_blamed() -> None:
    lines = [line for line in CATALOGUES.splitlines() if "instrument" not in line]
    assert said(GOOD, "\n".join(lines)) == []


@pytest.mark.parametrize(
    ("number", "near"), [("61/2018/ND-CP", "61/2018/NĐ-CP"), ("9/1999/TT-X", None)]
)
def test_a_citation_of_an_unregistered_text_is_said_with_what_was_meant(
    number: str, near: str | None
) -> None:
    (finding,) = said(GOOD.replace("61/2018/NĐ-CP", number))
    assert finding.code == "instrument/unresolved-citation"
    assert values(finding.message)["number"] == number
    assert values(finding.help).get("near") == near
    assert finding.path == "overrides/basis/0/instrument"


def test_a_number_of_several_issuers_needs_the_issuer() -> None:
    twin = CATALOGUES + (
        "- {kind: instrument, number: 61/2018/NĐ-CP, issuer: quoc-hoi, type: luat, territory: VN}\n"
    )
    (finding,) = said(GOOD, twin)
    assert finding.code == "instrument/key-without-issuer"
    assert values(finding.message)["issuers"] == "chinh-phu, quoc-hoi"
    named = GOOD.replace("61/2018/NĐ-CP", "61/2018/NĐ-CP, issuer: quoc-hoi")
    assert said(named, twin) == []


def test_the_text_of_another_issuer_is_another_text() -> None:
    (finding,) = said(GOOD.replace("61/2018/NĐ-CP", "61/2018/NĐ-CP, issuer: quoc-hoi"))
    assert finding.code == "instrument/unresolved-citation"
    assert values(finding.help).get("near") is None


def test_norms_of_one_text_may_name_each_other() -> None:
    text = """
        kind: instrument
        number: 2/NĐ-CP
        issuer: chinh-phu
        type: nghi-dinh
        territory: XX
        norms:
          - {id: b, attribute: fee, form: waiver, of: {norms: [{instrument: 2/NĐ-CP, norm: a}]}}
        """
    assert said(text) == []


def test_what_was_refused_is_not_said_again() -> None:
    refused = GOOD.replace("territory: XX", "territory: [XX]").replace("he-thong-bo-mau", "[a]")
    assert [one for one in said(refused) if one.code != "reference/unknown"] == []
    assert said("kind: case\nname: x\nas_of: 2026-01-01\nexpect: pass\n") == []
