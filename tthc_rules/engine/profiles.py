"""Profiles (bộ chọn quy tắc): which rules a run applies, and how heavily each weighs.

A profile is data. It chooses by tier, by the severity that the rule bears in its text and by
what the rule ranges over. It never switches off a rule that must not be switched off, nor a
rule outside the catalogue: whoever wrote that one wants it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from tthc_rules.diagnostics import Severity
from tthc_rules.engine.tiers import TIERS

if TYPE_CHECKING:
    from tthc_rules.lang.compiled import CompiledRule

_NOTHING: Final[Mapping[Severity, Severity]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Profile:
    """One choice of rules (bộ chọn quy tắc).

    Attributes:
        name: As settings and the command line write it.
        tiers: The tiers that run.
        severities: The severities, as rules bear them, that run.
        left_out: Collections whose rules do not run.
        raised: What a severity counts as instead, where the rule rests on something read.
    """

    name: str
    tiers: frozenset[int]
    severities: frozenset[Severity] = frozenset(Severity)
    left_out: frozenset[str] = frozenset()
    raised: Mapping[Severity, Severity] = field(default_factory=lambda: _NOTHING)

    def runs(self, rule: CompiledRule) -> bool:
        """Return whether the profile lets a rule run."""
        tier = TIERS.get(rule.id)
        if tier is None or not rule.suppressible:
            return True
        return (
            tier in self.tiers
            and rule.severity in self.severities
            and rule.collection not in self.left_out
        )


_ERRORS: Final = frozenset({Severity.ERROR})
_NO_CONFIGURATION: Final = frozenset({"publication", "instrument", "calendar", "agency", "system"})

FULL: Final = Profile("full", frozenset({1, 2, 3}))
"""Every rule, each as it is written."""

DEFAULT: Final = "recommended"

PROFILES: Final[Mapping[str, Profile]] = MappingProxyType(
    {
        profile.name: profile
        for profile in (
            Profile("minimal", frozenset({1}), _ERRORS),
            Profile(DEFAULT, frozenset({1, 2})),
            Profile(
                "strict",
                frozenset({1, 2, 3}),
                raised=MappingProxyType({Severity.WARNING: Severity.ERROR}),
            ),
            Profile("province-publish", frozenset({1, 2}), _ERRORS, left_out=_NO_CONFIGURATION),
            FULL,
        )
    }
)
"""The profiles by name."""
