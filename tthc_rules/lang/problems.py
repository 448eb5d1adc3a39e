"""Collects what is wrong with a rule file (lỗi của quy tắc) as findings."""

from __future__ import annotations

from collections.abc import Mapping

from tthc_rules.diagnostics import NOTHING, Finding, Message, Related, Severity, in_order
from tthc_rules.lang.syntax import Place
from tthc_rules.model.text import Text
from tthc_rules.source import Source

Values = Mapping[str, Text | str]


class Problems:
    """The findings of one source, made where the mistake is seen."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._found: list[Finding] = []

    def written(self, place: Place) -> str:
        """Return the source's text at a place, as it stands in the file."""
        return self._source.text[place[0] : place[1]]

    @property
    def fatal(self) -> bool:
        """Whether something found keeps the rule from being compiled."""
        return any(finding.severity is Severity.ERROR for finding in self._found)

    def add(
        self,
        key: str,
        place: Place,
        values: Values = NOTHING,
        *,
        remedy: Values | None = None,
        first: Place | None = None,
        severity: Severity = Severity.ERROR,
    ) -> None:
        """Record a finding.

        Args:
            key: `lang/code` or `lang/code.variant`, the key of its sentence.
            place: The smallest wrong thing.
            values: For the sentence.
            remedy: For the sentence `<key>.help`; None when there is none.
            first: An earlier place that explains it.
            severity: Errors keep the rule from being compiled.
        """
        related: tuple[Related, ...] = ()
        if first is not None:
            related = (Related(self._source.span(*first), Message("lang/first-here")),)
        self._found.append(
            Finding(
                code=key.partition(".")[0],
                severity=severity,
                span=self._source.span(*place),
                message=Message(key, values),
                help=None if remedy is None else Message(f"{key}.help", remedy),
                related=related,
            )
        )

    def suggest(self, key: str, place: Place, values: Values, nearest: str | None) -> None:
        """Record a finding that asks "did you mean `nearest`?" where one is near."""
        self.add(key, place, values, remedy=None if nearest is None else {"nearest": nearest})

    def findings(self) -> tuple[Finding, ...]:
        """Return all findings in order."""
        return in_order(self._found)
