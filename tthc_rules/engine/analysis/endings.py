"""Citations whose texts end during the horizon (căn cứ sắp hết hiệu lực).

What rests on a text that ends loses its ground on that day: rules, published procedures,
configurations. Texts that end on one day make a cliff.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from tthc_rules.engine.instruments import Instruments
from tthc_rules.lang.syntax import Citation
from tthc_rules.model.entry import Entry
from tthc_rules.model.validity import Validity
from tthc_rules.source import Pointer


@dataclass(frozen=True, slots=True)
class CitedByRule:
    """One citation of a rule (căn cứ của quy tắc)."""

    rule: str
    citation: Citation
    periods: tuple[Validity, ...]


@dataclass(frozen=True, slots=True)
class CitedInFile:
    """One citation in a data file (căn cứ trong hồ sơ dữ liệu)."""

    entry: Entry
    pointer: Pointer
    number: str
    issuer: str | None
    is_historical: bool


@dataclass
class Ending:
    """A cited text that ends (văn bản được dẫn sẽ hết hiệu lực).

    Attributes:
        instrument: The text.
        end: The first day on which it is no longer in force.
        has_successor: Whether a registered text replaces or follows it.
        rules: Rules that rest on it.
        outliving: Those of them that hold on beyond its end.
        norms: How many registered norms it sets.
        uses: Where files cite it.
    """

    instrument: Entry
    end: date
    has_successor: bool
    norms: int
    rules: list[str] = field(default_factory=list)
    outliving: list[str] = field(default_factory=list)
    uses: list[CitedInFile] = field(default_factory=list)


def endings(
    instruments: Instruments,
    rules: Iterable[CitedByRule],
    uses: Iterable[CitedInFile],
    horizon: Validity,
) -> tuple[Ending, ...]:
    """Return the texts that something rests on and that end within a horizon, by day.

    A text that a file only recalls (`historical`) is no ground for it; a citation that names
    no text, or several, is another finding's business.
    """
    found = {
        id(entry): ending
        for number in instruments.numbers()
        for entry in instruments.find(number, None)
        if (ending := _ending(instruments, entry, horizon)) is not None
    }
    for cited in rules:
        ending = _named(instruments, cited.citation.number, cited.citation.issuer, found)
        if ending is not None and any(period.intersect(horizon) for period in cited.periods):
            _rest(ending, cited)
    for use in uses:
        ending = _named(instruments, use.number, use.issuer, found)
        if ending is not None and not use.is_historical:
            ending.uses.append(use)
    used = (one for one in found.values() if one.rules or one.uses or one.norms)
    return tuple(sorted(used, key=lambda one: (one.end, str(one.instrument.value.get("number")))))


def _ending(instruments: Instruments, entry: Entry, horizon: Validity) -> Ending | None:
    end = instruments.force(entry.value).end
    if end is None or end == horizon.start or not horizon.covers(end):
        return None
    norms = entry.value.get("norms", ())
    number = len(norms) if isinstance(norms, tuple) else 0
    return Ending(entry, end, instruments.has_successor(entry.value), number)


def _named(
    instruments: Instruments, number: str, issuer: str | None, found: Mapping[int, Ending]
) -> Ending | None:
    entries = instruments.find(number, issuer)
    return found.get(id(entries[0])) if len(entries) == 1 else None


def _rest(ending: Ending, cited: CitedByRule) -> None:
    if cited.rule in ending.rules:
        return
    ending.rules.append(cited.rule)
    if any(period.end is None or period.end > ending.end for period in cited.periods):
        ending.outliving.append(cited.rule)
