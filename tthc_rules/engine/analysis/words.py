"""Words that are equal or differ (đẳng thức giữa các từ), decided by trying every word.

A free text may be any word: besides the constants, and the words of the enumerations it may
equal, one word of its own for each unknown is enough, since nothing but equality is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tthc_rules.engine.analysis.formulas import Same, Unknown
from tthc_rules.engine.analysis.model import Construct, OutOfFragmentError

MOST_TRIALS = 20_000


def assignment(constraints: Sequence[Same]) -> Mapping[Unknown, str] | None:
    """Return words that satisfy all constraints, None where there are none.

    Raises:
        OutOfFragmentError: There are too many combinations to try.
    """
    found: dict[Unknown, None] = {}
    constants: dict[str, None] = {}
    for one in constraints:
        found[one.left] = None
        if isinstance(one.right, Unknown):
            found[one.right] = None
        else:
            constants[one.right] = None
    constants.update((word, None) for unknown in found for word in unknown.domain)
    unknowns = sorted(found, key=lambda unknown: len(unknown.domain) or len(constants) + 9)
    domains = {
        unknown: unknown.domain or (f"chu-{number}", *constants, *_own(number))
        for number, unknown in enumerate(unknowns, start=1)
    }
    return _Trial(constraints, unknowns, domains).words(0)


def _own(number: int) -> tuple[str, ...]:
    """Return the words that the unknowns before this one may have as their own."""
    return tuple(f"chu-{earlier}" for earlier in range(1, number))


class _Trial:
    def __init__(
        self,
        constraints: Sequence[Same],
        unknowns: Sequence[Unknown],
        domains: Mapping[Unknown, Sequence[str]],
    ) -> None:
        self._unknowns = unknowns
        self._domains = domains
        self._words: dict[Unknown, str] = {}
        self._trials = 0
        place = {unknown: number for number, unknown in enumerate(unknowns)}
        self._due: list[list[Same]] = [[] for _ in unknowns]
        for one in constraints:
            last = place[one.left]
            if isinstance(one.right, Unknown):
                last = max(last, place[one.right])
            self._due[last].append(one)

    def words(self, number: int) -> Mapping[Unknown, str] | None:
        if number == len(self._unknowns):
            return dict(self._words)
        unknown = self._unknowns[number]
        for word in self._domains[unknown]:
            self._trials += 1
            if self._trials > MOST_TRIALS:
                raise OutOfFragmentError(Construct.SIZE)
            self._words[unknown] = word
            if all(self._holds(one) for one in self._due[number]):
                found = self.words(number + 1)
                if found is not None:
                    return found
        return None

    def _holds(self, one: Same) -> bool:
        right = self._words[one.right] if isinstance(one.right, Unknown) else one.right
        return (self._words[one.left] == right) is one.holds
