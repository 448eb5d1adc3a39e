"""What rules on money and systems may ask: who, where, until when, and what is unknown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

import pytest

from tests.engine.test_law import law
from tests.strategies.documents import documents
from tthc_rules.engine.functions.money import tariff_area
from tthc_rules.engine.functions.payments import is_on_route
from tthc_rules.engine.functions.systems import hosting_gap, missing_connections, notice_days
from tthc_rules.engine.functions.waivers import by_basis
from tthc_rules.engine.subjects import fee_lines
from tthc_rules.lang.undecided import Gap, Undecided
from tthc_rules.model.values import REFUSED, Tree
from tthc_rules.report.messages import table

AREAS = """\
- kind: catalogue
  territories:
    - id: XY
      name: Vùng Mẫu
      type: tỉnh cũ
      spans: [{from: 2025-07-01, level: area, in: XX}]
    - id: XX-5
      name: Xã trong Vùng Mẫu
      type: xã
      spans: [{level: commune, in: XY}]
    - id: XX-6
      name: Xã chưa rõ vùng
      type: xã
      spans: [{level: commune, in: XX}]
  issuers:
    - {id: hdnd-xy, name: HĐND tỉnh cũ, class: hdnd, level: province, territory: XY}
"""
OLD: Tree = {"issuer": "hdnd-xy", "instrument": "00/2099/NQ-HĐND"}
DAY = date(2026, 7, 15)


def inside(place: str) -> object:
    """Return whether the tariff of the former province holds in `place`."""
    found = tariff_area(law(AREAS), {"territory": place}, OLD)
    assert isinstance(found, Mapping)
    return found["is_inside"]


def test_a_tariff_of_a_former_province_holds_in_its_communes_and_not_in_the_whole() -> None:
    assert inside("XX-5") is True
    assert inside("XX") is False


def test_a_commune_whose_former_province_nobody_told_is_undecided() -> None:
    with pytest.raises(Undecided) as raised:
        inside("XX-6")
    assert raised.value.reason.key == "law/area-unknown"


def test_a_configuration_without_a_route_does_not_say_whose_account_is_right() -> None:
    with pytest.raises(Undecided) as raised:
        is_on_route(law(), {}, {"id": "tk", "owner": "ubnd-xx"})
    assert raised.value.reason.key == "law/no-route"


def test_an_account_of_the_agency_above_a_unit_on_the_route_is_right() -> None:
    route: Tree = {"receives": "ttpvhcc-xx", "decides": "vp-mau-xx", "steps": ()}
    assert is_on_route(law(), {"route": route}, {"owner": "so-mau-xx"}) is True
    assert is_on_route(law(), {"route": route}, {"owner": "ubnd-xx"}) is False


@pytest.mark.parametrize("key", ["system", "state", "from", "until"])
def test_a_row_of_the_hosting_that_could_not_be_read_leaves_the_gap_open(key: str) -> None:
    row: Tree = {"system": "he-thong-bo-mau", "state": "active", key: REFUSED}
    with pytest.raises(Undecided):
        hosting_gap(law(), {"hosting": (row,)})


@pytest.mark.parametrize("ask", [hosting_gap, missing_connections])
def test_lists_that_nobody_declared_have_no_gap(ask: Callable[..., object]) -> None:
    found = ask(law(), {})
    assert found == () or (isinstance(found, Mapping) and found["found"] is False)


@pytest.mark.parametrize("stated", [{"state": REFUSED}, {}], ids=["unread", "unstated"])
def test_a_connection_of_unknown_state_is_not_counted_as_missing(stated: Tree) -> None:
    row: Tree = {"system": "co-so-du-lieu-mau", **stated}
    with pytest.raises(Undecided):
        missing_connections(law(), {"connections": (row,)})


def test_the_days_between_announcement_and_stop_do_not_count_either_end() -> None:
    """Civil Code 2015, Article 147: the day of the event is not counted."""
    monday, friday = date(2026, 7, 13), date(2026, 7, 17)
    assert notice_days(law(day=DAY), {"announced": monday, "from": friday}) == 3
    assert notice_days(law(day=DAY), {"announced": friday, "from": friday}) == 0
    assert notice_days(law(day=DAY), {"announced": friday, "from": monday}) == 0


def test_a_stop_beyond_the_calendar_is_undecided() -> None:
    stop: Tree = {"announced": date(2031, 3, 3), "from": date(2031, 3, 25)}
    with pytest.raises(Undecided) as raised:
        notice_days(law(), stop)
    assert raised.value.reason.key == "law/notice-beyond-calendar"


def test_a_waiver_whose_text_has_no_norm_in_the_register_is_a_gap() -> None:
    basis: Tree = {"issuer": "hdnd-xx", "instrument": "77/2099/NQ-HĐND"}
    with pytest.raises(Gap):
        by_basis(law(), {"id": "mien", "charge": "le-phi-mau", "basis": basis})
    with pytest.raises(Gap):
        by_basis(law(), {"id": "mien", "charge": "le-phi-mau"})


def test_a_fee_line_is_judged_where_it_is_declared_and_not_where_it_is_inherited() -> None:
    texts = """\
- kind: procedure
  code: "9.000001"
  name: Cấp giấy mẫu
  cases:
    - id: default
      channels:
        - {channel: online, fees: [{charge: le-phi-mau, type: charge, amount: 40 đồng}]}
- kind: configuration
  procedure: "9.000001"
  territory: XX
- kind: configuration
  procedure: "9.000001"
  territory: XX-1
  overrides:
    cases:
      - id: default
        channels:
          - {channel: online, fees: [{charge: le-phi-mau, type: charge, amount: 50 đồng}]}
"""
    found = [list(fee_lines(one, "9.000001")) for one in documents(texts)]
    assert [len(uses) for uses in found] == [1, 0, 1]
    for uses in (found[0], found[2]):
        path = uses[0].place(("amount",)).path
        assert path == "cases/default/channels/online/fees/le-phi-mau/amount"


@pytest.mark.parametrize(
    "key", ["law/area-unknown", "law/no-waiver-norm", "law/notice-beyond-calendar"]
)
def test_every_reason_is_said_in_both_languages(key: str) -> None:
    assert table()[key].vi != table()[key].en
