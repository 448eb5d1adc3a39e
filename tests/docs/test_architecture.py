"""The floor plan of the page is the contract that `lint-imports` keeps, and the folder."""

from __future__ import annotations

from configparser import ConfigParser

from tests.docs.pages import ROOT, page, rows, spoken

FLOORS = [
    set(spoken(row[1]))
    for row in rows(page("docs/architecture.md"))
    if len(row) == 3 and row[0].isdecimal()
]


def test_the_floors_are_those_of_the_import_contract() -> None:
    contract = ConfigParser()
    contract.read(ROOT / ".importlinter", encoding="utf-8")
    layers = contract["importlinter:contract:floors"]["layers"].split("\n")
    expected = [
        {name.strip().removeprefix("tthc_rules.") for name in layer.split("|")}
        for layer in layers
        if layer.strip()
    ]
    assert expected == FLOORS


def test_every_room_of_the_package_has_a_floor() -> None:
    package = ROOT / "tthc_rules"
    rooms = {path.name for path in package.iterdir() if (path / "__init__.py").is_file()}
    modules = {path.stem for path in package.glob("[a-z]*.py")}
    assert set().union(*FLOORS) == rooms | modules


def test_the_numbers_of_the_floors_count_down_to_the_ground() -> None:
    numbers = [int(row[0]) for row in rows(page("docs/architecture.md")) if row[0].isdecimal()]
    assert numbers == list(range(len(numbers) - 1, -1, -1))
