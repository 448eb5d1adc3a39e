"""`fmt`: rule files in canonical form (định dạng quy tắc), in one language or the other.

Nothing is written here: each file comes back with the text it has and the text it should
have. A file with a mistake comes back as findings only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tthc_rules import library
from tthc_rules.api.rules import ENDING, decoded
from tthc_rules.api.settings import Settings
from tthc_rules.diagnostics import Finding, in_order
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.printer import format_rule
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.loading import read_bytes, shown_name
from tthc_rules.source import Source


@dataclass(frozen=True, slots=True)
class FormattedFile:
    """One rule file and its canonical form (dạng chuẩn).

    Attributes:
        path: Where it is.
        name: How it is shown to people.
        before: Its text, without a byte order mark.
        after: Its canonical form, to be written as UTF-8.
        changed: Whether the bytes of the file differ from the canonical form.
    """

    path: str
    name: str
    before: str
    after: str
    changed: bool


@dataclass(frozen=True, slots=True)
class FormatResult:
    """What formatting would do (kết quả định dạng).

    Attributes:
        files: Every rule without a mistake, in order of path.
        findings: Why the others have no canonical form.
        missing_path: A path that was named does not exist.
        unopened: A file could not be opened.
        misconfigured: A rule has mistakes.
    """

    files: tuple[FormattedFile, ...]
    findings: tuple[Finding, ...]
    missing_path: bool
    unopened: bool
    misconfigured: bool


def formatted(paths: Sequence[str], settings: Settings, to: str | None = None) -> FormatResult:
    """Return rule files with their canonical form.

    Args:
        paths: Rule files and folders of them; empty for the workspace's own rules, never the
            library's.
        settings: The settings of the workspace.
        to: `vi` or `en` to translate; None keeps each rule's language.
    """
    words = vocabulary(Blueprint.from_texts(library.schema_texts()))
    files: list[FormattedFile] = []
    unread: list[Finding] = []
    wrong: list[Finding] = []
    own = [folder for folder in settings.folders("rules") if Path(folder).is_dir()]
    for path in _rule_files(paths or own):
        data, problems = read_bytes(path)
        if data is None:
            unread.extend(problems)
            continue
        file, said = _formatted(path, data, words, to)
        wrong.extend(said)
        if file is not None:
            files.append(file)
    missing = any(finding.code == "file/missing" for finding in unread)
    return FormatResult(
        files=tuple(files),
        findings=in_order([*unread, *wrong]),
        missing_path=missing,
        unopened=any(finding.code != "file/missing" for finding in unread),
        misconfigured=bool(wrong),
    )


def _rule_files(paths: Iterable[str]) -> Iterator[str]:
    """Yield the rule files at and below `paths`, each once; a file named counts as a rule."""
    seen: set[Path] = set()
    for path in paths:
        found = sorted(Path(path).rglob(f"*{ENDING}")) if Path(path).is_dir() else [Path(path)]
        for file in found:
            if file.resolve() not in seen:
                seen.add(file.resolve())
                yield str(file)


def _formatted(
    path: str, data: bytes, words: Vocabulary, to: str | None
) -> tuple[FormattedFile | None, tuple[Finding, ...]]:
    name = shown_name(path)
    source, problems = decoded(name, data)
    if source is None:
        return None, problems
    after, findings = format_rule(source, words, to)
    if after is None:
        return None, findings
    again, _ = format_rule(Source(name, after), words, to)
    if again != after:
        raise AssertionError(f"the canonical form of {name} is not stable")
    return FormattedFile(path, name, source.text, after, after.encode() != data), ()
