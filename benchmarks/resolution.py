"""How many questions about norms are answered a second (tốc độ xác định quy phạm).

A made-up country: one decree with a ceiling, a law's charge and a national rate for each of
many procedures, filled or waived by every province. Run with

    python -m benchmarks.resolution
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice, product

from tthc_rules.engine.resolution import World, receipt, resolve
from tthc_rules.model.conditions import Compare, Comparison
from tthc_rules.model.law import (
    Addressee,
    AttributePolicy,
    Delegation,
    Direction,
    FactDomain,
    Form,
    Instrument,
    Issuer,
    ModifierPolicy,
    Norm,
    Query,
    Rank,
    Subject,
)
from tthc_rules.model.quantities import DayKind, Money, Rate, TimeLimit
from tthc_rules.model.territory import Level, Territory, TerritorySpan, TerritoryTree
from tthc_rules.model.validity import Validity

PROCEDURES = 200
PROVINCES = 34
QUESTIONS = 200_000
START = date(2099, 1, 1)
CHANNELS = ("direct", "online", "postal")


def made_up_world() -> World:
    """Return a country in which every province has a say on every procedure."""
    provinces = [f"{number:02d}" for number in range(1, PROVINCES + 1)]
    nation = Territory("VN", (TerritorySpan(Level.NATION, None),))
    return World(
        territories=TerritoryTree(
            [nation, *(Territory(p, (TerritorySpan(Level.PROVINCE, "VN"),)) for p in provinces)]
        ),
        issuers=[
            Issuer("chinh-phu", "chinh-phu", "nation", "VN"),
            *(Issuer(f"hdnd-{p}", "hdnd", "province", p) for p in provinces),
            *(Issuer(f"ubnd-{p}", "ubnd", "province", p) for p in provinces),
        ],
        ranks=[
            Rank("nghi-dinh", 70),
            Rank("nghi-quyet-hdnd", 40),
            Rank("quyet-dinh-ubnd", 30),
        ],
        policies={"charge": AttributePolicy(modifiers=ModifierPolicy.MOST_FAVOURABLE)},
        instruments=[_decree(), *_local(provinces)],
        domains={"channel": FactDomain(CHANNELS)},
    )


def _codes() -> list[str]:
    return [f"9.{number:06d}" for number in range(PROCEDURES)]


def _decree() -> Instrument:
    to_province = Addressee("ubnd", "province")
    to_council = Addressee("hdnd", "province")
    norms = [
        norm
        for code in _codes()
        for norm in (
            Norm(
                f"nd#{code}-t",
                "time_limit",
                Form.CEILING,
                Subject((code,)),
                TimeLimit(DayKind.WORKING_DAY, Fraction(5)),
                bound_is_default=True,
                delegation=Delegation(to_province, Direction.LE),
            ),
            Norm(
                f"nd#{code}-c",
                "charge",
                Form.VALUE,
                Subject((code,)),
                Money(50_000),
                delegation=Delegation(to_council, Direction.LE),
            ),
        )
    ]
    return Instrument(
        "nd", "00/2098/NĐ-CP", "chinh-phu", "nghi-dinh", START, Validity(START), "VN", tuple(norms)
    )


def _local(provinces: Sequence[str]) -> Iterator[Instrument]:
    online = Compare("channel", Comparison.EQ, "online")
    for number, place in enumerate(provinces):
        force = Validity(START + timedelta(days=30 + number))
        decision = f"qd-{place}"
        faster = TimeLimit(DayKind.WORKING_DAY, Fraction(1 + number % 4))
        norms = tuple(
            Norm(
                f"{decision}#{code}",
                "time_limit",
                Form.VALUE,
                Subject((code,)),
                faster,
                fills=f"nd#{code}-t",
            )
            for code in _codes()
        )
        signed = START + timedelta(days=20)
        yield Instrument(
            decision, "1/QĐ-UBND", f"ubnd-{place}", "quyet-dinh-ubnd", signed, force, place, norms
        )
        council = f"nq-{place}"
        rates = tuple(
            Norm(
                f"{council}#{code}",
                "charge",
                Form.RATE,
                Subject((code,)),
                Rate(Fraction(1, 2)),
                online,
                fills=f"nd#{code}-c",
            )
            for code in _codes()
        )
        yield Instrument(
            council, "1/NQ-HĐND", f"hdnd-{place}", "nghi-quyet-hdnd", signed, force, place, rates
        )


def questions(world: World) -> list[Query]:
    """Return questions as a check of all provinces asks them, one day after another."""
    places = [place for place in world.territories.ids() if place != "VN"]
    days = [START + timedelta(days=offset) for offset in range(0, 300, 10)]
    every = product(days, places, _codes(), ("time_limit", "charge"), CHANNELS)
    return [
        Query(
            attribute,
            procedure=code,
            case="default",
            channel=channel,
            territory=place,
            events={"reception": day},
        )
        for day, place, code, attribute, channel in islice(every, QUESTIONS)
    ]


def _rate(ask: Callable[[Query], object], asked: Sequence[Query]) -> float:
    began = time.perf_counter()
    for query in asked:
        ask(query)
    return len(asked) / (time.perf_counter() - began)


def main() -> None:
    """Print questions a second, first asked and asked again, on one core."""
    world = made_up_world()
    asked = questions(world)
    first = asked[:20_000]
    moved = [replace(query, events={"reception": date(2099, 12, 1)}) for query in asked]
    print(f"first time            {_rate(lambda query: resolve(world, query), first):>12,.0f}/s")
    _rate(lambda query: resolve(world, query), asked + moved)
    print(f"answer                {_rate(lambda query: resolve(world, query), asked):>12,.0f}/s")
    print(f"answer, another day   {_rate(lambda query: resolve(world, query), moved):>12,.0f}/s")
    print(f"receipt               {_rate(lambda query: receipt(world, query), asked):>12,.0f}/s")
    text = _rate(lambda query: receipt(world, query).json(), asked)
    print(f"receipt as JSON       {text:>12,.0f}/s")


if __name__ == "__main__":
    main()
