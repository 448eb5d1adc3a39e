"""Everything has one identity and is declared once."""

from __future__ import annotations

import pytest

from tests.strategies.documents import document, documents
from tthc_rules.checks.identities import (
    check_declared_once,
    check_items,
    check_published,
    identity,
)
from tthc_rules.source import Position

TWICE = {
    "instrument": (
        "{kind: instrument, number: 1/NĐ-CP, issuer: %s, type: nghi-dinh, territory: VN}",
        ("chinh-phu", "quoc-hoi"),
        Position(2, 30),
    ),
    "procedure": (
        '{kind: procedure, code: "9.00000%s", name: Mẫu}',
        ("1", "2"),
        Position(2, 27),
    ),
    "configuration": (
        '{kind: configuration, procedure: "9.000001", territory: %s}',
        ("XX", "YY"),
        Position(2, 36),
    ),
    "calendar": (
        "{kind: calendar, year: 209%s, coverage: {}, days: []}",
        ("8", "9"),
        Position(2, 26),
    ),
}


@pytest.mark.parametrize("kind", TWICE)
def test_what_is_declared_twice_is_said_at_its_name_with_the_first_beside_it(kind: str) -> None:
    form, (one, other), place = TWICE[kind]
    same = documents(f"- {form % one}\n- {form % one}\n")
    (finding,) = check_declared_once(same)
    assert finding.code == "identity/duplicate-code"
    assert finding.span is not None
    assert finding.span.start == place
    assert finding.related[0].span.start == Position(1, place.column)
    assert list(check_declared_once(documents(f"- {form % one}\n- {form % other}\n"))) == []


def test_the_name_of_the_file_is_no_identity() -> None:
    text = 'kind: procedure\ncode: "9.000001"\nname: Mẫu\n'
    one, other = document(text, "a.yaml"), document(text, "b/c.yaml")
    assert identity(one) == identity(other) == ("procedure", "9.000001")
    (finding,) = check_declared_once([one, other])
    assert finding.span is not None
    assert finding.span.file == "b/c.yaml"
    assert finding.related[0].span.file == "a.yaml"


@pytest.mark.parametrize(
    "text",
    [
        "{kind: configuration, procedure: [a], territory: XX}",
        "{kind: configuration, territory: XX}",
        '{kind: configuration, procedure: "9.000001"}',
        "{kind: procedure, name: Mẫu}",
        "{kind: instrument, number: 1/NĐ-CP, type: nghi-dinh, territory: VN}",
        "{kind: calendar, coverage: {}, days: []}",
    ],
)
def test_what_has_no_readable_name_is_not_the_same_as_another_without_one(text: str) -> None:
    assert list(check_declared_once(documents(f"- {text}\n- {text}\n"))) == []


def test_an_item_repeated_in_a_list_of_things_is_said_at_its_identity() -> None:
    entry = document("""
        kind: procedure
        code: "9.000001"
        name: Mẫu
        cases:
          - id: default
            channels:
              - {channel: online}
              - {channel: direct}
              - {channel: online}
        components: [{id: a, name: A}, {id: a, name: B}]
        """)
    channel, component = check_items(entry, "9.000001")
    assert channel.code == component.code == "identity/duplicate-item"
    assert channel.pointer == ("cases", 0, "channels", 2, "channel")
    assert channel.span is not None
    assert channel.span.start.line == 10
    assert channel.related[0].span.start.line == 8
    assert component.facts == ("a",)
    assert component.subject == "9.000001"


def test_plain_lists_may_repeat() -> None:
    entry = document(
        'kind: procedure\ncode: "9.000001"\nname: Mẫu\napplicants: [a, a]\nlevels: [province]\n'
    )
    assert list(check_items(entry, "")) == []


CONFIGURATION = document('kind: configuration\nprocedure: "9.000012"\nterritory: XX\n')


def test_a_configuration_of_a_procedure_that_nobody_published_is_an_error() -> None:
    (finding,) = check_published(CONFIGURATION, {"1.000001"}, "9.000012 XX")
    assert finding.code == "identity/unknown-procedure"
    assert finding.span is not None
    assert finding.span.start == Position(2, 12)
    assert finding.help is not None
    assert getattr(finding.help, "key", "") == "identity/unknown-procedure.help"
    assert list(check_published(CONFIGURATION, {"9.000012"}, "")) == []


def test_a_code_with_a_swapped_digit_is_suggested_and_another_code_is_not() -> None:
    swapped = document('kind: configuration\nprocedure: "9.000021"\nterritory: XX\n')
    (finding,) = check_published(swapped, {"1.000001", "9.000012"}, "")
    assert getattr(finding.help, "values", {}) == {"near": "9.000012"}
    (finding,) = check_published(CONFIGURATION, {"9.000013"}, "")
    assert getattr(finding.help, "values", {}) == {}


def test_where_no_publication_is_known_at_all_no_configuration_is_blamed() -> None:
    """Silence about all publications is not the absence of one."""
    assert list(check_published(CONFIGURATION, set(), "9.000012 XX")) == []
