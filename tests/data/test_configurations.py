"""What the shipped configurations of real provinces hold (cấu hình có tài liệu)."""

from __future__ import annotations

from tests.data import shipped
from tthc_rules.model.quantities import DayKind, parse_time_limit

_DOCUMENTED = {"hosting", "overrides"}
_OVERRIDDEN = {"online", "cases"}


def test_a_configuration_lies_where_its_territory_and_procedure_say() -> None:
    """`provinces/<territory>/<sector of the publication>/<code>.yaml`."""
    assert shipped.configurations()
    for file in shipped.configurations():
        code, territory = str(file.record["procedure"]), file.record["territory"]
        sector = shipped.publication(code).record["sector"]
        assert file.path.parts == ("provinces", territory, sector, f"{code}.yaml")


def test_nothing_undocumented_is_said_of_a_real_province() -> None:
    """No account, role, route, connection or waiver of a real province is made up."""
    for file in shipped.configurations():
        said = set(file.record) - {
            "kind",
            "procedure",
            "territory",
            "confidence",
            "source",
            "note",
        }
        assert said
        assert said <= _DOCUMENTED
        assert set(shipped.mapping(file.record.get("overrides", {}))) <= _OVERRIDDEN
        assert file.record["note"]


def test_a_time_limit_of_a_province_has_a_unit_and_a_decision() -> None:
    """The configured value cites the decision of the province that published it."""
    for file in shipped.configurations():
        for _, channel in file.channels(under="overrides"):
            limit = parse_time_limit(str(channel["time_limit"]))
            assert limit is not None
            assert limit.kind is DayKind.WORKING_DAY
            basis = shipped.mapping(channel["basis"])
            assert basis["issuer"] == f"ubnd-{file.record['territory']}"
            assert str(basis["instrument"]).endswith("/QĐ-UBND")


def test_a_configuration_overrides_what_is_published() -> None:
    """Every case and channel named is one of the publication."""
    for file in shipped.configurations():
        published = {
            (case, channel["channel"])
            for case, channel in shipped.publication(str(file.record["procedure"])).channels()
        }
        named = {(case, ch["channel"]) for case, ch in file.channels(under="overrides")}
        assert named <= published
