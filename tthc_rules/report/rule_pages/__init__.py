"""The pages of the rules (trang quy tắc): one a rule, and the ways that lead to it.

Markdown, in Vietnamese first and English after it, made of nothing but the rules, their
cases and the register of instruments: the same rules give the same bytes.
"""

from tthc_rules.report.rule_pages.facts import (
    Example,
    Family,
    Provision,
    RulePage,
    Shown,
    TextOfLaw,
)
from tthc_rules.report.rule_pages.indexes import indexes
from tthc_rules.report.rule_pages.markdown import MARK
from tthc_rules.report.rule_pages.page import file_of, rule_page

__all__ = [
    "MARK",
    "Example",
    "Family",
    "Provision",
    "RulePage",
    "Shown",
    "TextOfLaw",
    "file_of",
    "indexes",
    "rule_page",
]
