"""Use cases that answer what a test wants, in the place of the real ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import tthc_rules.api
from tests.report.example import CLEAN, RESULT
from tthc_rules.api.asking import Question
from tthc_rules.api.results import CheckResult, RuleInfo, SettingInfo
from tthc_rules.diagnostics import Finding, Severity
from tthc_rules.model.text import Text

RULE = RuleInfo(
    id="thoi-han/dai-hon-luat",
    title=Text("Thời hạn dài hơn mức của luật", "Time limit longer than the law allows"),
    severity=Severity.ERROR,
    suppressible=False,
    basis=("118/2025/NĐ-CP Điều 5",),
    force=(Text("từ 01/07/2025", "from 2025-07-01"),),
    applies_to=Text("mỗi cấu hình", "each configuration"),
    message=Text("khai {a}", "configured {a}"),
    help=None,
    file="rules/thoi-han/dai-hon-luat.tthc",
    text='quy tắc "Thời hạn dài hơn mức của luật"\n  mức độ: lỗi\nhết\n',
    cases=4,
)


@dataclass(frozen=True)
class FakeSettings:
    """Settings as the real ones look from above."""

    values: Mapping[str, object]

    @property
    def as_of(self) -> date | None:
        """The day asked for."""
        value = self.values.get("as_of")
        return value if isinstance(value, date) else None

    @property
    def fail_on(self) -> Severity:
        """The least grave failure."""
        return Severity(self.values.get("fail_on", "error"))

    @property
    def strict(self) -> bool:
        """Whether undecided fails."""
        return self.values.get("strict") is True

    @property
    def lang(self) -> str | None:
        """The language chosen."""
        value = self.values.get("lang")
        return value if isinstance(value, str) else None

    def describe(self) -> tuple[SettingInfo, ...]:
        """Two settings."""
        return (
            SettingInfo("fail_on", self.fail_on.value, Text("mặc định", "default")),
            SettingInfo("library", "shipped", Text("tthc-rules.yaml", "tthc-rules.yaml")),
        )


@dataclass(frozen=True)
class FakeAnswer:
    """What `why` and `test` answer."""

    findings: tuple[Finding, ...] = ()
    lines: tuple[Text, ...] = (Text("5 ngày làm việc", "5 working days"),)
    json: str = '{"value":"5 working days"}'
    found: bool = True
    decided: bool = True
    passed: int = 3
    failed: int = 0


@dataclass
class FakeApi:
    """All use cases; `calls` remembers what they were asked."""

    result: CheckResult = CLEAN
    answer: FakeAnswer = field(default_factory=FakeAnswer)
    known: tuple[RuleInfo, ...] = (RULE,)
    rule_findings: tuple[Finding, ...] = ()
    file_settings: Mapping[str, object] = field(default_factory=dict)
    setting_findings: tuple[Finding, ...] = ()
    broken_settings: bool = False
    trouble: BaseException | None = None
    calls: list[Mapping[str, object]] = field(default_factory=list)

    def load_settings(
        self, start: str, overrides: Mapping[str, object]
    ) -> tuple[FakeSettings | None, tuple[Finding, ...]]:
        """Return the file's settings under the caller's."""
        self.calls.append({"start": start})
        if self.broken_settings:
            return None, self.setting_findings
        return FakeSettings({**self.file_settings, **overrides}), self.setting_findings

    def check(
        self,
        paths: Sequence[str],
        *,
        settings: FakeSettings,
        progress: Callable[[int, int], None] | None = None,
        cache: Path | None = None,
    ) -> CheckResult:
        """Return the result, or meet trouble."""
        self.calls.append({"paths": tuple(paths), "settings": settings, "cache": cache})
        if progress is not None:
            progress(1, 2)
        if self.trouble is not None:
            raise self.trouble
        return self.result

    def rules(self, settings: FakeSettings) -> tuple[tuple[RuleInfo, ...], tuple[Finding, ...]]:
        """Return the rules."""
        self.calls.append({"settings": settings})
        return self.known, self.rule_findings

    def why(self, question: Question, settings: FakeSettings) -> FakeAnswer:
        """Return the answer."""
        self.calls.append({"question": question, "settings": settings})
        return self.answer

    def test(self, paths: Sequence[str], settings: FakeSettings) -> FakeAnswer:
        """Return the outcome of the cases."""
        self.calls.append({"paths": tuple(paths), "settings": settings})
        return self.answer

    def install(self, put: Callable[..., None] = setattr) -> FakeApi:
        """Take the place of the real use cases."""
        for name in ("load_settings", "check", "rules", "why", "test"):
            put(tthc_rules.api, name, getattr(self, name))
        return self


def many(number: int) -> CheckResult:
    """Return a result with `number` findings."""
    return replace(RESULT, findings=RESULT.findings[:1] * number)
