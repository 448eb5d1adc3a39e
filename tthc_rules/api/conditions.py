"""Conditions of norms, read once and kept (điều kiện của quy phạm)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias, cast

from tthc_rules.api.cache import Cache
from tthc_rules.diagnostics import Finding
from tthc_rules.engine.facts import condition_parser, facts_of
from tthc_rules.engine.register import Register
from tthc_rules.model.conditions import Condition

_Read: TypeAlias = "tuple[Condition, tuple[Finding, ...]]"


@contextmanager
def remembered_conditions(
    register: Register, cache: Cache | None
) -> Iterator[Callable[[str], _Read]]:
    """Give what reads the `when` of norms, knowing those that an earlier run has read.

    Args:
        register: The catalogues: what may be asked about.
        cache: Where conditions are kept; None to read each anew.
    """
    fresh = condition_parser(register)
    if cache is None:
        yield fresh
        return
    parts = [repr(fact) for fact in facts_of(register)]
    known = cast("dict[str, _Read]", cache.get("conditions", parts) or {})
    used: dict[str, _Read] = {}

    def parse(text: str) -> _Read:
        if text not in used:
            used[text] = known[text] if text in known else fresh(text)
        return used[text]

    yield parse
    if not used.keys() <= known.keys():
        cache.keep("conditions", parts, used)
