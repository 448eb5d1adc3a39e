"""The settings of a run (thiết lập): defaults, the workspace's file, then the caller's words.

`tthc-rules.yaml` is looked for upwards from a folder. Each value remembers where it came from.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Final, TypeAlias

from tthc_rules import library
from tthc_rules.api.results import SettingInfo
from tthc_rules.diagnostics import Finding, Message, Severity
from tthc_rules.engine.profiles import DEFAULT, PROFILES, Profile
from tthc_rules.loading import Document, Schemas, read, read_bytes
from tthc_rules.model.text import Text
from tthc_rules.model.values import Tree, Value

FILE_NAME: Final = "tthc-rules.yaml"

Setting: TypeAlias = "str | int | bool | date | tuple[str, ...] | None"

_DEFAULTS: Final[Mapping[str, Setting]] = MappingProxyType(
    {
        "library": "shipped",
        "profile": DEFAULT,
        "rules": (),
        "data": (),
        "as_of": None,
        "fail_on": "error",
        "strict": False,
        "lang": None,
        "horizon": 60,
        "jobs": 0,
    }
)
_DEFAULT_ORIGIN = Text("mặc định", "default")
_CALLER_ORIGIN = Text("dòng lệnh hoặc biến môi trường", "command line or environment")


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting of a run, each with its origin.

    Attributes:
        folder: The workspace's folder; relative `rules` and `data` start there.
        file: The settings file as shown to people, None where there is none.
        values: Setting by name.
        policies: Named policies of time limits that differ from the default.
        severities: Severity by rule id, `off` among them.
        origins: Where each setting came from.
    """

    folder: str
    file: str | None
    values: Mapping[str, Setting]
    policies: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    severities: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    origins: Mapping[str, Text] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def as_of(self) -> date | None:
        """The day of the law that was asked for, None for the day of the run."""
        value = self.values["as_of"]
        return value if isinstance(value, date) else None

    @property
    def fail_on(self) -> Severity:
        """The least severity that fails a run."""
        return Severity(self.values["fail_on"])

    @property
    def profile(self) -> Profile:
        """Which rules run where nobody decided of a single one."""
        return PROFILES[str(self.values["profile"])]

    @property
    def strict(self) -> bool:
        """Whether an undecided rule fails the run."""
        return self.values["strict"] is True

    @property
    def lang(self) -> str | None:
        """The language of messages, None where nobody chose."""
        value = self.values["lang"]
        return value if isinstance(value, str) else None

    @property
    def jobs(self) -> int:
        """How many processes may work; 0 for as many as there are cores."""
        return _whole(self.values["jobs"])

    @property
    def processes(self) -> int:
        """How many processes work: as many as asked for, or as there are cores."""
        return self.jobs or os.cpu_count() or 1

    @property
    def horizon(self) -> int:
        """How many days ahead the end of an instrument is announced."""
        return _whole(self.values["horizon"])

    @property
    def uses_library(self) -> bool:
        """Whether the shipped library lies under the workspace."""
        return self.values["library"] == "shipped"

    def folders(self, name: str) -> tuple[str, ...]:
        """Return the folders of `rules` or `data`, relative to the current folder."""
        value = self.values[name]
        names = value if isinstance(value, tuple) else ()
        return tuple(os.path.normpath(Path(self.folder) / item) for item in names)

    def describe(self) -> tuple[SettingInfo, ...]:
        """Return every setting with its value and origin, in a fixed order."""
        plain = [
            SettingInfo(name, _shown(value), self.origins.get(name, _DEFAULT_ORIGIN))
            for name, value in self.values.items()
        ]
        file_origin = Text(self.file or "", self.file or "")
        policies = [
            SettingInfo(f"policies.{name}", value, file_origin)
            for name, value in sorted(self.policies.items())
        ]
        severities = [
            SettingInfo(f"severities.{name}", value, file_origin)
            for name, value in sorted(self.severities.items())
        ]
        return (*plain, *policies, *severities)


def load_settings(
    start: str, overrides: Mapping[str, Setting]
) -> tuple[Settings | None, tuple[Finding, ...]]:
    """Return the settings that hold for a run started in `start`.

    Args:
        start: The folder from which the settings file is looked for upwards.
        overrides: What the caller asks for, by name; None where the caller is silent.

    Returns:
        The settings, or None with the findings that say what is wrong with the file.
    """
    path = _find_file(start)
    values = dict(_DEFAULTS)
    origins: dict[str, Text] = {}
    policies: dict[str, str] = {}
    severities: dict[str, str] = {}
    findings: tuple[Finding, ...] = ()
    if path is not None:
        tree, findings = _read_file(path)
        if tree is None:
            return None, findings
        for name in values.keys() & tree.keys():
            values[name] = _setting(tree[name])
            origins[name] = Text(path, path)
        policies = _texts(tree.get("policies"))
        severities = _severities(tree.get("severities"))
    for name, override in overrides.items():
        if override is not None:
            values[name] = override
            origins[name] = _CALLER_ORIGIN
    folder = str(Path(path).parent) if path else start
    return Settings(folder, path, values, policies, severities, origins), findings


def _find_file(start: str) -> str | None:
    folder = Path(start).resolve()
    for parent in (folder, *folder.parents):
        path = parent / FILE_NAME
        if path.is_file():
            return os.path.relpath(path).replace(os.sep, "/")
    return None


def _read_file(path: str) -> tuple[Tree | None, tuple[Finding, ...]]:
    data, problem = read_bytes(path)
    if data is None:
        return None, problem
    documents, findings = read(path, data, Schemas.from_texts(library.schema_texts()))
    if any(finding.severity is Severity.ERROR for finding in findings) or not documents:
        return None, findings
    return _settings_of(documents[0], path, findings)


def _settings_of(
    document: Document, path: str, findings: tuple[Finding, ...]
) -> tuple[Tree | None, tuple[Finding, ...]]:
    if document.kind == "settings":
        return document.value, findings
    wrong = Finding(
        code="settings/not-settings",
        severity=Severity.ERROR,
        span=document.place(("kind",)),
        message=Message("settings/not-settings", {"file": path, "kind": document.kind}),
        help=Message("settings/not-settings.help"),
    )
    return None, (*findings, wrong)


def _setting(value: Value) -> Setting:
    if isinstance(value, tuple):
        return tuple(str(item) for item in value)
    return value if isinstance(value, str | int | bool | date) else None


def _texts(value: Value | None) -> dict[str, str]:
    return {key: str(item) for key, item in value.items()} if isinstance(value, Mapping) else {}


def _severities(value: Value | None) -> dict[str, str]:
    rows = value if isinstance(value, tuple) else ()
    return {str(row["rule"]): str(row["severity"]) for row in rows if isinstance(row, Mapping)}


def _whole(value: Setting) -> int:
    return value if isinstance(value, int) else 0


def _shown(value: Setting) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
