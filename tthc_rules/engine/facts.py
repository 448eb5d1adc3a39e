"""The facts that conditions of norms may ask about (dữ kiện), from the catalogues."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.engine.register import Listed, Register
from tthc_rules.lang.conditions import Fact, parse_condition
from tthc_rules.lang.vocabulary import BOOLEAN, INTEGER, MONEY, TEXT, EnumValue, Scalar
from tthc_rules.model.conditions import ALWAYS_MET, Condition

CHANNELS: Final = (
    EnumValue("direct", "trực_tiếp"),
    EnumValue("online", "trực_tuyến"),
    EnumValue("postal", "bưu_chính"),
)
"""The channels in which a dossier may be filed (cách thức nộp)."""

_TYPES: Final = {
    "boolean": BOOLEAN,
    "integer": INTEGER,
    "money": MONEY,
    "text": TEXT,
    "enumeration": TEXT,
}


def facts_of(register: Register) -> tuple[Fact, ...]:
    """Return all that a condition may ask about: channel, case and the declared facts."""
    declared = (_fact(listed) for listed in register.all("fact"))
    return (
        Fact("channel", "kênh", TEXT, CHANNELS),
        Fact("case", "trường_hợp", TEXT),
        *declared,
    )


def condition_parser(
    register: Register,
) -> Callable[[str], tuple[Condition, tuple[Finding, ...]]]:
    """Return what compiles the `when` of a norm, over the facts of the register.

    A condition that cannot be read comes back as always met, with an error; whoever asks
    must not rely on it then.
    """
    facts = facts_of(register)

    def parse(text: str) -> tuple[Condition, tuple[Finding, ...]]:
        condition, faults = parse_condition(text, facts)
        findings = tuple(
            Finding(fault.code, Severity.ERROR, None, fault.message, fault.help) for fault in faults
        )
        return (ALWAYS_MET if condition is None else condition), findings

    return parse


def _fact(listed: Listed) -> Fact:
    value = listed.value
    values = value.get("values", ())
    domain = tuple(str(item) for item in values) if isinstance(values, tuple) else ()
    type_: Scalar = _TYPES.get(str(value.get("type")), TEXT)
    return Fact(
        str(value["id"]), listed.name, type_, tuple(EnumValue(item, item) for item in domain)
    )
