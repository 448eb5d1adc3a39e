"""The rule files of a run: found, named by their paths, compiled (tệp quy tắc)."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tthc_rules import library
from tthc_rules.api.cache import Cache
from tthc_rules.api.settings import Settings
from tthc_rules.diagnostics import Finding, Message, Related, Severity, in_order
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.compiled import CompiledRule
from tthc_rules.loading import read_bytes, shown_name
from tthc_rules.loading.documents import beginning
from tthc_rules.source import Source

ENDING = ".tthc"

_FOREIGN_MARKS = (BOM_UTF16_LE, BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class RuleFile:
    """One rule file (tệp quy tắc).

    Attributes:
        id: `<topic>/<name>`, from the path below its rules folder.
        path: Where it is.
        source: Its text.
        compiled: The rule, None while the text has errors.
    """

    id: str
    path: Path
    source: Source
    compiled: CompiledRule | None


def rule_folders(settings: Settings) -> tuple[Path, ...]:
    """Return the folders of the rules in use: the library's first, unless it is left out."""
    own = [Path(folder) for folder in settings.folders("rules")]
    shipped = library.rules_folder()
    named = {folder.resolve() for folder in own}
    if settings.uses_library and shipped.resolve() not in named:
        return (shipped, *own)
    return tuple(own)


def compile_rules(
    folders: Iterable[Path], cache: Cache | None = None
) -> tuple[tuple[RuleFile, ...], tuple[Finding, ...]]:
    """Return every rule below `folders`, compiled, and what is wrong with them.

    Args:
        folders: The folders of rules, an earlier one's rules first.
        cache: Where faultless rules are kept from run to run.
    """
    texts: dict[str, tuple[Path, Source]] = {}
    findings: list[Finding] = []
    for folder in folders:
        if not folder.is_dir():
            findings.append(_no_folder(folder))
        for path in sorted(folder.rglob(f"*{ENDING}")):
            rule_id = path.relative_to(folder).with_suffix("").as_posix()
            source, problems = _source(path)
            findings.extend(problems)
            if source is None:
                continue
            if rule_id in texts:
                findings.append(_twice(rule_id, source, texts[rule_id][1]))
                continue
            texts[rule_id] = path, source
    sources = {rule_id: source for rule_id, (_, source) in texts.items()}
    compiled, said = _compiled(sources, cache)
    findings.extend(said)
    files = tuple(
        RuleFile(rule_id, path, source, compiled[rule_id])
        for rule_id, (path, source) in texts.items()
    )
    findings.extend(_unknown_silences(files))
    return files, in_order(findings)


def _no_folder(folder: Path) -> Finding:
    """Return that a folder of rules is not there: a run without them would look clean."""
    name = shown_name(str(folder))
    return Finding(
        code="file/missing",
        severity=Severity.ERROR,
        span=beginning(name),
        message=Message("file/missing", {"name": name}),
        help=Message("file/missing.help", {"name": name}),
    )


def _compiled(
    sources: Mapping[str, Source], cache: Cache | None
) -> tuple[Mapping[str, CompiledRule | None], tuple[Finding, ...]]:
    """Return each rule compiled, from the cache where all of them are known and faultless."""
    schemas = library.schema_texts()
    parts = [*schemas.values(), *(part for id_, s in sources.items() for part in (id_, s.text))]
    known = None if cache is None else cache.get("rules", parts)
    if known is not None:
        return cast("Mapping[str, CompiledRule | None]", known), ()
    from tthc_rules.lang.compiler import compile_rule

    words = vocabulary(Blueprint.from_texts(schemas))
    rules: dict[str, CompiledRule | None] = {}
    findings: list[Finding] = []
    for rule_id, source in sources.items():
        rules[rule_id], said = compile_rule(source, rule_id, words)
        findings.extend(said)
    if cache is not None and not findings:
        cache.keep("rules", parts, rules)
    return rules, tuple(findings)


def _source(path: Path) -> tuple[Source | None, tuple[Finding, ...]]:
    name = shown_name(str(path))
    data, problems = read_bytes(str(path))
    return (None, problems) if data is None else decoded(name, data)


def decoded(name: str, data: bytes) -> tuple[Source | None, tuple[Finding, ...]]:
    """Return the text of a rule file, or None with a finding when it is no UTF-8.

    Args:
        name: The file as shown to people.
        data: Its bytes; a byte order mark is left out.
    """
    try:
        return Source(name, data.decode("utf-8-sig")), ()
    except UnicodeDecodeError as error:
        before = Source(name, error.object[: error.start].decode())
        end = len(before.text)
        message = Message("yaml/encoding", {"byte": f"{error.object[error.start]:02X}"})
        if data.startswith(_FOREIGN_MARKS):
            message = Message("yaml/encoding.foreign-mark")
        finding = Finding(
            code="yaml/encoding",
            severity=Severity.ERROR,
            span=before.span(end, end),
            message=message,
            help=Message("yaml/encoding.help"),
        )
        return None, (finding,)


def _twice(rule_id: str, source: Source, first: Source) -> Finding:
    return Finding(
        code="rule/overlapping-id",
        severity=Severity.ERROR,
        span=source.span(0, 0),
        message=Message("rule/overlapping-id", {"rule": rule_id}),
        help=Message("rule/overlapping-id.help"),
        related=(Related(first.span(0, 0), Message("catalogue/first-declared-here")),),
        subject=rule_id,
    )


def _unknown_silences(files: Sequence[RuleFile]) -> Iterable[Finding]:
    known = {file.id for file in files}
    for file in files:
        for name in file.compiled.silences if file.compiled is not None else ():
            if name not in known and not name.startswith(("norm/", "route/")):
                yield Finding(
                    code="rule/unknown-silenced",
                    severity=Severity.ERROR,
                    span=file.source.span(0, 0),
                    message=Message("rule/unknown-silenced", {"rule": name}),
                    subject=file.id,
                )
