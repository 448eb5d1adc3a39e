"""How norms, texts, values and missing facts are named to people (tên gọi)."""

from __future__ import annotations

from typing import Final, assert_never

from tthc_rules.diagnostics import Message
from tthc_rules.engine.register import Register
from tthc_rules.engine.resolution import (
    Answer,
    Conflict,
    Gap,
    MissingFacts,
    Resolution,
    World,
)
from tthc_rules.lang import undecided
from tthc_rules.lang.undecided import Undecided
from tthc_rules.model.law import (
    Key,
    LegalValue,
    OnlineLevel,
    PartialDong,
    Share,
)
from tthc_rules.model.quantities import Money, Rate, TimeLimit
from tthc_rules.model.text import Text

_LEVELS: Final = {
    OnlineLevel.NONE: Text("không trực tuyến", "not online"),
    OnlineLevel.PARTIAL: Text("trực tuyến một phần", "partly online"),
    OnlineLevel.FULL: Text("trực tuyến toàn trình", "fully online"),
}


def value_text(value: LegalValue) -> Text:
    """Return how a value of the law reads."""
    match value:
        case TimeLimit() | Money() | Rate():
            return value.text()
        case OnlineLevel():
            return _LEVELS[value]
        case PartialDong(dong=dong):
            return Text(f"{dong} đồng", f"{dong} dong")
        case Share(part=part):
            return Text(f"hỗ trợ {part * 100}%", f"{part * 100}% paid")
        case _:
            return Text(str(value), str(value))


class Names:
    """Names norms and texts of a world as citations, facts by the catalogue."""

    def __init__(self, world: World, register: Register) -> None:
        self._world = world
        self._register = register

    def norm(self, key: Key) -> str:
        """Return a norm, or a text, as people cite it: `117/2026/TT-BTC Điều 1`."""
        candidate = self._world.candidates.get(key)
        if candidate is not None:
            return f"{candidate.text.number} {candidate.norm.at}".strip()
        text = self._world.texts.get(key)
        return text.number if text is not None else key

    def norms(self, keys: tuple[Key, ...]) -> str:
        """Return several norms, each once, in alphabetical order."""
        return "; ".join(sorted({self.norm(key) for key in keys}))

    def missing(self, name: str) -> Message:
        """Return a missing fact, named by the engine, as a person can supply it."""
        head, _, rest = name.partition(".")
        if name in ("channel", "case", "territory"):
            return Message(f"why/missing.{name}")
        if head == "event":
            return Message("why/missing.event", {"name": rest})
        if name.startswith("norm:"):
            return Message("why/missing.norm", {"text": self.norm(_owner(name, "norm:"))})
        if name.startswith("instrument:"):
            return Message("why/missing.instrument", {"text": _owner(name, "instrument:")})
        listed = self._register.get("fact", name)
        title: Text | str = name
        if listed is not None:
            value = listed.value
            title = Text(str(value.get("title", name)), str(value.get("title_en", name)))
        return Message("why/missing.fact", {"title": title, "name": name})

    def decided(self, resolution: Resolution) -> Answer:
        """Return the answer of a resolution.

        Raises:
            Undecided: The law sets nothing, contradicts itself, or depends on missing facts.
        """
        match resolution:
            case Answer():
                return resolution
            case Gap():
                raise undecided.Gap(Message("law/gap"))
            case Conflict(norms=norms):
                raise Undecided(Message("law/conflict", {"texts": self.norms(norms)}))
            case MissingFacts(names=names):
                raise Undecided(Message("law/missing-facts", {"names": ", ".join(names)}))
        assert_never(resolution)


def _owner(name: str, prefix: str) -> str:
    return name.removeprefix(prefix).rpartition(".")[0]
