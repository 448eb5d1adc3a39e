"""The rules of a run (bộ quy tắc): compiled, with the severity that holds for each.

An error whose cited provisions nobody has verified counts as a warning by itself: what was
not read accuses nobody. A profile chooses rules, settings change single ones; a rule that must
not be switched off stays on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from tthc_rules.diagnostics import Basis, Severity
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.profiles import FULL, Profile
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.lang.syntax import Citation

OFF: Final = "off"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of a run.

    Attributes:
        compiled: The rule itself.
        severity: What a violation counts as in this run.
        basis: Its provisions; each says whether its instrument is verified.
    """

    compiled: CompiledRule
    severity: Severity
    basis: tuple[Basis, ...]

    @property
    def id(self) -> str:
        """`<topic>/<name>`."""
        return self.compiled.id


class Rulebook:
    """The rules of a run by what they range over."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(sorted(rules, key=lambda rule: rule.id))
        self._by_collection: dict[str, list[Rule]] = {}
        for rule in self.rules:
            self._by_collection.setdefault(rule.compiled.collection, []).append(rule)

    def over(self, collection: str, day: date) -> tuple[Rule, ...]:
        """Return the rules that range over a collection and are in force on `day`."""
        return tuple(
            rule for rule in self._by_collection.get(collection, ()) if rule.compiled.in_force(day)
        )

    def ranges_over(self, collection: str) -> bool:
        """Return whether any rule ranges over a collection."""
        return collection in self._by_collection


def rulebook(
    compiled: Iterable[CompiledRule],
    instruments: Instruments,
    severities: Mapping[str, str],
    profile: Profile = FULL,
) -> Rulebook:
    """Return the rulebook of a run.

    Args:
        compiled: The rules.
        instruments: The register of instruments, which knows what is verified.
        severities: Severity by rule id as settings ask, `off` among them.
        profile: Which rules run where the settings say nothing of them.
    """
    rules = []
    for rule in compiled:
        if not is_on(rule, severities, profile):
            continue
        basis = tuple(_basis(citation, instruments) for citation in rule.citations)
        asked = severities.get(rule.id)
        rules.append(Rule(rule, _severity(rule, basis, asked, profile), basis))
    return Rulebook(rules)


def is_on(rule: CompiledRule, severities: Mapping[str, str], profile: Profile) -> bool:
    """Return whether a rule runs: settings decide of it, else the profile."""
    asked = severities.get(rule.id)
    if asked is None or not rule.suppressible:
        return profile.runs(rule)
    return asked != OFF


def _severity(
    rule: CompiledRule, basis: tuple[Basis, ...], asked: str | None, profile: Profile
) -> Severity:
    if asked is not None and asked != OFF and rule.suppressible:
        return Severity(asked)
    unread = bool(basis) and not rule.convention and not any(item.verified for item in basis)
    if unread:
        return Severity.WARNING if rule.severity is Severity.ERROR else rule.severity
    return profile.raised.get(rule.severity, rule.severity)


def _basis(citation: Citation, instruments: Instruments) -> Basis:
    found = instruments.find(citation.number, citation.issuer)
    verified = any(entry.value.get("confidence") == "verified" for entry in found)
    return Basis(cited(citation), verified)


def cited(citation: Citation) -> str:
    """Return a citation as people write it: `63/2010/NĐ-CP Điều 8 khoản 2 điểm đ`."""
    parts = [citation.number]
    if citation.article is not None:
        parts.append(f"Điều {citation.article}")
    if citation.clause is not None:
        parts.append(f"khoản {citation.clause}")
    if citation.point is not None:
        parts.append(f"điểm {citation.point}")
    return " ".join(parts)
