"""Citations of texts and norms, from what people write to keys (viện dẫn).

A text is known by issuer and number; the issuer may be left out where the number is unique.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.resolution.fields import Fields
from tthc_rules.model.law import Key
from tthc_rules.source import Span
from tthc_rules.spelling import nearest


def text_key(issuer: str, number: str) -> Key:
    """Return the key of a text."""
    return f"{issuer} {number}"


def norm_key(text: Key, norm: str) -> Key:
    """Return the key of a norm of a text."""
    return f"{text}#{norm}"


@dataclass(frozen=True, slots=True)
class Known:
    """What a citation may name of one text: number, issuer and norms by their own ids.

    Each norm comes with its attribute and whether it delegates.
    """

    number: str
    issuer: str
    norms: Mapping[str, tuple[str | None, bool]]


class Citations:
    """Finds what citations name (tra viện dẫn); `findings` gathers what names nothing."""

    def __init__(self, texts: Iterable[Known]) -> None:
        self._texts: dict[Key, Known] = {}
        self._by_number: dict[str, set[Key]] = {}
        for text in texts:
            key = text_key(text.issuer, text.number)
            self._texts[key] = text
            self._by_number.setdefault(text.number, set()).add(key)
        self.findings: list[Finding] = []

    def text(self, citation: Fields) -> Key | None:
        """Return the key of the text a citation names, None where it names none.

        A citation that only recalls a text no longer applied (`historical`) may name one
        that is not in the register.
        """
        number, issuer = citation.text("instrument"), citation.text("issuer")
        if number is None or (issuer is None and "issuer" in citation.unread):
            return None
        if issuer is not None:
            key = text_key(issuer, number)
            if key in self._texts:
                return key
            self._unknown(citation, number, issuer)
            return None
        keys = self._by_number.get(number, set())
        if len(keys) > 1:
            issuers = ", ".join(sorted(self._texts[key].issuer for key in keys))
            self._say(
                "ambiguous-reference",
                citation.place("instrument"),
                {"number": number, "issuers": issuers},
            )
            return None
        for key in keys:
            return key
        self._unknown(citation, number, None)
        return None

    def norms(self, citation: Fields, attribute: str | None) -> tuple[Key, ...] | None:
        """Return the norms a citation names: one, or all of a text on an attribute.

        None where it names nothing that is known.
        """
        text = self.text(citation)
        if text is None:
            return None
        name = citation.text("norm")
        if name is not None:
            return self.named(citation, text, ("norm",), (name,))
        if "norm" in citation.unread:
            return None
        return self.all_of(text, attribute) if attribute is not None else ()

    def slot(self, citation: Fields, attribute: str | None) -> Key | None:
        """Return the slot a citation names; without a norm, the only one of the text."""
        if citation.has("norm"):
            named = self.norms(citation, attribute)
            return named[0] if named else None
        text = self.text(citation)
        if text is None:
            return None
        slots = [
            name
            for name, (own, delegates) in self._texts[text].norms.items()
            if delegates and own == attribute
        ]
        if len(slots) == 1:
            return norm_key(text, slots[0])
        self._say(
            "slot-not-named",
            citation.place("instrument"),
            {"number": self._texts[text].number, "slots": ", ".join(sorted(slots)) or "0"},
        )
        return None

    def _unknown(self, citation: Fields, number: str, issuer: str | None) -> None:
        if citation.flag("historical"):
            return
        same = {self._texts[key].issuer for key in self._by_number.get(number, ())}
        numbers = self._by_number if issuer is None else self._numbers_of(issuer)
        hint = number if same else nearest(number, numbers) or nearest(number, self._by_number)
        by = ", ".join(sorted(same)) or ", ".join(sorted(self._issuers_of(hint)))
        self._say(
            "unknown-reference",
            citation.place("instrument"),
            {"number": number, "hint": hint or "", "issuers": by},
            variant="near" if hint else "",
        )

    def _numbers_of(self, issuer: str) -> Iterator[str]:
        return (text.number for text in self._texts.values() if text.issuer == issuer)

    def _issuers_of(self, number: str | None) -> Iterator[str]:
        return (self._texts[key].issuer for key in self._by_number.get(number or "", ()))

    def named(
        self, fields: Fields, text: Key, at: tuple[str, ...], names: tuple[str, ...]
    ) -> tuple[Key, ...] | None:
        """Return the norms of a text by their own ids, None where one is not there.

        Args:
            fields: The mapping that names them, under the key `at`.
            text: The text.
            at: Where in the mapping the names stand.
            names: Ids of norms.
        """
        known = self._texts[text]
        strange = [name for name in names if name not in known.norms]
        for name in strange:
            hint = nearest(name, known.norms)
            self._say(
                "unknown-norm",
                fields.place(*at),
                {"norm": name, "number": known.number, "hint": hint or ""},
                variant="near" if hint else "",
            )
        return None if strange else tuple(norm_key(text, name) for name in names)

    def all_of(self, text: Key, attribute: str) -> tuple[Key, ...]:
        """Return the norms of a text on an attribute."""
        norms = self._texts[text].norms
        return tuple(norm_key(text, one) for one, (own, _) in norms.items() if own == attribute)

    def _say(self, slug: str, span: Span, values: Mapping[str, str], *, variant: str = "") -> None:
        code = f"resolution/{slug}"
        key = f"{code}.{variant}" if variant else code
        self.findings.append(
            Finding(
                code=code,
                severity=Severity.ERROR,
                span=span,
                message=Message(key, values),
                help=Message(f"{key}.help", values),
                subject=values.get("number", ""),
                path=values.get("norm", ""),
            )
        )
