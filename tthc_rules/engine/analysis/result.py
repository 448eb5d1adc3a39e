"""What an analysis comes to (kết quả phân tích): what was found, and what was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from tthc_rules.diagnostics import Finding
from tthc_rules.engine.analysis.rules import Claim, Proof
from tthc_rules.model.validity import Validity
from tthc_rules.source import Source


@dataclass(frozen=True, slots=True)
class Example:
    """A situation written out (ví dụ minh chứng): to be run, or to be read.

    Attributes:
        case: A whole cases file for `tthc-rules test`, None where no case can say it.
        command: A command line that shows it, None where none does.
        situation: The values that matter, one a line.
    """

    case: str | None = None
    command: str | None = None
    situation: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Discovery:
    """One thing that an analysis found, how it is known, and a situation that shows it."""

    finding: Finding
    proof: Proof
    example: Example | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about rules with its answer; `construct` only out of the fragment."""

    claim: Claim
    rules: tuple[str, ...]
    proof: Proof
    period: Validity
    construct: str | None
    example: Example | None


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that one analysis came to (kết quả).

    Attributes:
        day: The first day that was looked at.
        until: The first day after the horizon.
        discoveries: What was found, the gravest first.
        asked: Every question about rules, with its answer.
        rules: How many rules were analysed.
        norms: How many norms there are.
        norm_questions: How many questions were put to the norms.
        sources: The texts that findings point into, by shown name.
    """

    day: date
    until: date
    discoveries: tuple[Discovery, ...]
    asked: tuple[Asked, ...]
    rules: int
    norms: int
    norm_questions: int
    sources: Mapping[str, Source]

    def proofs(self) -> Mapping[Proof, int]:
        """Return how many questions about rules came to which end."""
        counts = Counter(one.proof for one in self.asked)
        return {proof: counts[proof] for proof in Proof}
