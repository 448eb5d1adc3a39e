"""The use cases (floor 7): every door, command line or editor, calls only this."""

from tthc_rules.api.analysing import AnalyzeResult, analyze
from tthc_rules.api.asking import Question, WhyResult, why
from tthc_rules.api.authoring import Draft, draft_rule
from tthc_rules.api.checking import check
from tthc_rules.api.counting import DueQuestion, DueResult
from tthc_rules.api.counting import count as due
from tthc_rules.api.documenting import Pages, pages
from tthc_rules.api.explaining import plain_text, rules
from tthc_rules.api.formatting import FormatResult, FormattedFile, formatted
from tthc_rules.api.measuring import Measured, Measurement, coverage, mutation
from tthc_rules.api.over_time import check_over_time
from tthc_rules.api.results import CheckResult, RuleInfo, SettingInfo, Tally
from tthc_rules.api.routing import RouteQuestion, RouteResult
from tthc_rules.api.routing import draw as route
from tthc_rules.api.settings import Settings, load_settings
from tthc_rules.api.testing import CasesResult, Suite, open_suite, run_suite, test
from tthc_rules.api.tracing import Explained, explain_finding, explain_subject

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
