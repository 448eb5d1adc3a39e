"""What one process sends to another arrives as it was."""

from __future__ import annotations

import copy
import pickle

from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.model.values import REFUSED


def test_a_refused_value_is_the_same_one_everywhere() -> None:
    assert pickle.loads(pickle.dumps({"a": (REFUSED,)}))["a"][0] is REFUSED  # noqa: S301
    assert copy.deepcopy(REFUSED) is REFUSED


def test_a_finding_without_values_can_be_sent() -> None:
    finding = Finding("room/slug", Severity.ERROR, None, Message("room/slug"))
    assert pickle.loads(pickle.dumps(finding)) == finding  # noqa: S301
