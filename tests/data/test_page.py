"""The page about the publications states the figures of the data (docs/publications.md)."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

from tests.data import shipped
from tthc_rules.model.quantities import DayKind, parse_money, parse_time_limit

_PAGE = Path(__file__).parents[2] / "docs" / "publications.md"


def test_the_figures_of_the_page_are_those_of_the_data() -> None:
    """One row a figure: the page cannot age unnoticed."""
    rows = dict(
        re.findall(r"^\| (.+?) \| ([0-9,/ ]+) \|$", _PAGE.read_text(encoding="utf-8"), re.M)
    )
    files = shipped.publications()
    levels = [set(_texts(file.record.get("levels", []))) for file in files]
    by_level = Counter(level for of_one in levels for level in of_one)
    channels = [channel for file in files for _, channel in file.channels()]
    limits = [
        limit
        for channel in channels
        if (limit := parse_time_limit(str(channel.get("time_limit", "")))) is not None
    ]
    unstated = sum(limit.kind is DayKind.UNSTATED for limit in limits)
    fees = [fee for channel in channels for fee in shipped.items(channel.get("fees", []))]
    free = sum(fee.get("announced") == "Miễn phí" for fee in fees)
    money = [parse_money(str(fee["amount"])) for fee in fees if "amount" in fee]
    small = sum(amount is not None and 0 < amount.dong < 1000 for amount in money)
    assert list(rows.values()) == [
        f"{len(files)}",
        f"{len({file.record['sector'] for file in files})}",
        f"{sum(bool(of_one & {'province', 'commune'}) for of_one in levels)}",
        " / ".join(str(by_level[name]) for name in ("province", "commune", "central", "other")),
        f"{len(channels):,}",
        f"{len(limits) - unstated:,} / {unstated:,}",
        f"{free:,} / {len(money) - free:,} / {len(fees) - len(money):,}",
        f"{small}",
    ]


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(item) for item in value]
