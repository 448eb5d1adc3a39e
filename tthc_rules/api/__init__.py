"""The use cases (floor 7): every door, command line or editor, calls only this.

A use case is loaded when it is first asked for: `check` need not wait for all the others.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from tthc_rules.api.checking import check
from tthc_rules.api.explaining import plain_text, rules
from tthc_rules.api.results import CheckResult, RuleInfo, SettingInfo, Tally
from tthc_rules.api.settings import Settings, load_settings

if TYPE_CHECKING:
    from tthc_rules.api.analysing import AnalyzeResult, analyze
    from tthc_rules.api.asking import Question, WhyResult, why
    from tthc_rules.api.authoring import Draft, draft_rule
    from tthc_rules.api.counting import DueQuestion, DueResult
    from tthc_rules.api.counting import count as due
    from tthc_rules.api.documenting import Pages, pages
    from tthc_rules.api.formatting import FormatResult, FormattedFile, formatted
    from tthc_rules.api.measuring import Measured, Measurement, coverage, mutation
    from tthc_rules.api.over_time import check_over_time
    from tthc_rules.api.routing import RouteQuestion, RouteResult
    from tthc_rules.api.routing import draw as route
    from tthc_rules.api.testing import CasesResult, Suite, open_suite, run_suite, test
    from tthc_rules.api.tracing import Explained, explain_finding, explain_subject

_LATER: Final = {
    "analysing": ("AnalyzeResult", "analyze"),
    "asking": ("Question", "WhyResult", "why"),
    "authoring": ("Draft", "draft_rule"),
    "counting": ("DueQuestion", "DueResult", "due=count"),
    "documenting": ("Pages", "pages"),
    "formatting": ("FormatResult", "FormattedFile", "formatted"),
    "measuring": ("Measured", "Measurement", "coverage", "mutation"),
    "over_time": ("check_over_time",),
    "routing": ("RouteQuestion", "RouteResult", "route=draw"),
    "testing": ("CasesResult", "Suite", "open_suite", "run_suite", "test"),
    "tracing": ("Explained", "explain_finding", "explain_subject"),
}
"""What each module is asked for; `due=count` is `due` here and `count` there."""

_HOME: Final = {
    public.partition("=")[0]: (module, public.partition("=")[2] or public)
    for module, names in _LATER.items()
    for public in names
}

__all__ = [
    "AnalyzeResult",
    "CasesResult",
    "CheckResult",
    "Draft",
    "DueQuestion",
    "DueResult",
    "Explained",
    "FormatResult",
    "FormattedFile",
    "Measured",
    "Measurement",
    "Pages",
    "Question",
    "RouteQuestion",
    "RouteResult",
    "RuleInfo",
    "SettingInfo",
    "Settings",
    "Suite",
    "Tally",
    "WhyResult",
    "analyze",
    "check",
    "check_over_time",
    "coverage",
    "draft_rule",
    "due",
    "explain_finding",
    "explain_subject",
    "formatted",
    "load_settings",
    "mutation",
    "open_suite",
    "pages",
    "plain_text",
    "route",
    "rules",
    "run_suite",
    "test",
    "why",
]


def __getattr__(name: str) -> object:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own = _HOME[name]
    found: object = getattr(import_module(f"{__name__}.{module}"), own)
    globals()[name] = found
    return found
