"""Everything a run knows (không gian làm việc): the library, the workspace, what is judged.

The workspace lies over the library by identity. Paths choose what is judged; library and
workspace are always context.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from tthc_rules import library
from tthc_rules.api.cache import Cache
from tthc_rules.api.conditions import remembered_conditions
from tthc_rules.api.parallel import over_slices
from tthc_rules.api.rules import RuleFile, compile_rules, rule_folders
from tthc_rules.api.settings import Settings
from tthc_rules.checks.identities import check_declared_once, identity
from tthc_rules.diagnostics import Finding
from tthc_rules.engine import calendar as calendars
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.instruments import Instruments
from tthc_rules.engine.law import Law
from tthc_rules.engine.layering import Effective
from tthc_rules.engine.naming import Names
from tthc_rules.engine.references import References
from tthc_rules.engine.register import Register, register
from tthc_rules.engine.resolution import World
from tthc_rules.engine.resolution.decode import decode
from tthc_rules.engine.routes.decode import decode_agency
from tthc_rules.engine.rulebook import Rulebook, rulebook
from tthc_rules.engine.subjects import (
    Configuration,
    Declared,
    Subject,
    bodies,
    calendar,
    citations,
    codes,
    fee_lines,
    instrument,
    publication,
    rows,
)
from tthc_rules.loading import Document, Schemas, find, read, read_bytes, shown_name
from tthc_rules.model.calendar import Calendar

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Loaded:
    """Documents of some files, what was said of them, and how many files there were.

    `texts` holds the text of each file of which something was said, documents or none.
    """

    documents: tuple[Document, ...]
    findings: tuple[Finding, ...]
    files: int
    unopened: bool
    texts: Mapping[str, str] = field(default_factory=dict)


def load(
    paths: Iterable[str],
    schemas: Schemas,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Loaded:
    """Read every data file at and below `paths`.

    Args:
        paths: Files and folders.
        schemas: The kinds a document may have.
        jobs: How many processes may read.
        progress: Told how many files are done, of how many.
    """
    files, problems = find(paths)
    parts = over_slices(lambda part: _read_all(part, schemas), files, jobs, progress)
    documents = tuple(document for part in parts for document in part[0])
    findings = tuple(finding for part in parts for finding in part[1])
    unopened = any(part[2] for part in parts) or bool(problems)
    texts = {name: text for part in parts for name, text in part[3].items()}
    return Loaded(documents, (*problems, *findings), len(files), unopened, texts)


def _read_all(
    files: Sequence[str], schemas: Schemas
) -> tuple[list[Document], list[Finding], bool, dict[str, str]]:
    documents: list[Document] = []
    findings: list[Finding] = []
    texts: dict[str, str] = {}
    unopened = False
    for file in files:
        data, problem = read_bytes(file)
        findings.extend(problem)
        if data is None:
            unopened = True
            continue
        found, said = read(shown_name(file), data, schemas)
        documents.extend(found)
        findings.extend(said)
        if said:
            texts[shown_name(file)] = data.decode("utf-8-sig", "replace")
    return documents, findings, unopened, texts


_TIMELESS: Final = frozenset(
    {
        "documents",
        "references",
        "_registered",
        "instruments",
        "_decoded",
        "names",
        "_calendar",
        "policies",
        "rulebook",
        "publications",
    }
)
"""What a workspace makes once, whatever the day."""


@dataclass(frozen=True)
class Workspace:
    """The library and the workspace together, ready to be asked.

    Attributes:
        settings: The settings of the run.
        day: The day of the law.
        schemas: The kinds of documents.
        layers: The documents of the library, then those of the workspace.
        rule_files: The rules, compiled, with their texts.
        rule_findings: What was said while the rules were compiled.
        cache: Where conditions of norms are kept from run to run.
    """

    settings: Settings
    day: date
    schemas: Schemas
    blueprint: Blueprint
    layers: tuple[tuple[Document, ...], ...]
    rule_files: tuple[RuleFile, ...]
    rule_findings: tuple[Finding, ...]
    cache: Cache | None = None

    def on(self, day: date) -> Workspace:
        """Return the same workspace on another day; what no day changes is shared."""
        other = replace(self, day=day)
        kept = {name: value for name, value in self.__dict__.items() if name in _TIMELESS}
        other.__dict__.update(kept)
        return other

    @cached_property
    def documents(self) -> Mapping[str, tuple[Document, ...]]:
        """The documents that count, by kind: a later layer replaces by identity."""
        known: dict[tuple[str, ...], Document] = {}
        for layer in self.layers:
            own: dict[tuple[str, ...], Document] = {}
            for document in layer:
                name = identity(document) or (document.file, *map(str, document.base))
                own.setdefault(name, document)
            known.update(own)
        by_kind: dict[str, list[Document]] = {}
        for document in known.values():
            by_kind.setdefault(document.kind, []).append(document)
        return {kind: tuple(found) for kind, found in by_kind.items()}

    def of_kind(self, kind: str) -> tuple[Document, ...]:
        """Return the documents of a kind that count."""
        return self.documents.get(kind, ())

    @cached_property
    def references(self) -> References:
        """Finds what a document refers to."""
        return References(self.blueprint)

    @cached_property
    def _registered(self) -> tuple[Register, tuple[Finding, ...]]:
        return register(
            [
                [document for document in layer if document.kind == "catalogue"]
                for layer in self.layers
            ]
        )

    @property
    def register(self) -> Register:
        """The shared catalogues."""
        return self._registered[0]

    @cached_property
    def instruments(self) -> Instruments:
        """The texts as citations see them."""
        return Instruments(self.of_kind("instrument"))

    @cached_property
    def _decoded(self) -> tuple[World, tuple[Finding, ...]]:
        instruments, catalogues = self.of_kind("instrument"), self.of_kind("catalogue")
        with remembered_conditions(self.register, self.cache) as parse:
            return decode(instruments, catalogues, parse)

    @cached_property
    def names(self) -> Names:
        """Names norms and facts to people."""
        return Names(self.world, self.register)

    @property
    def world(self) -> World:
        """The norms, issuers and territories."""
        return self._decoded[0]

    @cached_property
    def _calendar(self) -> tuple[Calendar | None, tuple[Finding, ...]]:
        return calendars.decode(self.of_kind("calendar"))

    @property
    def calendar(self) -> Calendar | None:
        """The calendar, None where none was declared."""
        return self._calendar[0]

    @cached_property
    def policies(self) -> tuple[calendars.Policies, tuple[Finding, ...]]:
        """The named policies of counting, and what is wrong with those asked for."""
        return calendars.parse_policies(self.settings.policies)

    @cached_property
    def law(self) -> Law:
        """What rules may ask."""
        agencies = (decode_agency(listed.value) for listed in self.register.all("agency"))
        return Law(
            world=self.world,
            calendar=self.calendar,
            policies=self.policies[0],
            register=self.register,
            instruments=self.instruments,
            agencies={agency.id: agency for agency in agencies if agency is not None},
            day=self.day,
            horizon=self.settings.horizon,
            publications={code: one.value for code, one in self.publications.items()},
        )

    @cached_property
    def rulebook(self) -> Rulebook:
        """The rules that the profile and the settings let run."""
        compiled = (rule.compiled for rule in self.rule_files if rule.compiled is not None)
        settings = self.settings
        return rulebook(compiled, self.instruments, settings.severities, settings.profile)

    @cached_property
    def publications(self) -> Mapping[str, Document]:
        """The publications by code."""
        return {str(item.value.get("code")): item for item in self.of_kind("procedure")}

    def subject(self, document: Document) -> Declared | Configuration | None:
        """Return what rules judge of a document, None where they judge nothing of it."""
        if document.kind == "procedure":
            return publication(document)
        if document.kind == "instrument":
            return instrument(document)
        if document.kind == "calendar":
            return calendar(document)
        if document.kind == "configuration":
            code = str(document.value.get("procedure", ""))
            return Configuration(Effective(document, self.publications.get(code)))
        return None

    def subjects(self, documents: Iterable[Document]) -> Iterator[Subject]:
        """Yield all that rules judge of `documents`: themselves, their citations, bodies."""
        for document in documents:
            subject = self.subject(document)
            if subject is not None:
                yield subject
                yield from self.uses(document, subject.name)
            yield from rows(document)

    def uses(self, document: Document, name: str) -> Iterator[Subject]:
        """Yield the citations, bodies and codes in a document; `name` says whose they are."""
        yield from citations(document, name, self.references)
        yield from bodies(document, name, self.references, self.register)
        yield from fee_lines(document, name)
        yield from codes(document, name)

    def prepare(self) -> None:
        """Make now what judging needs: processes that part later then share it."""
        _ = (self.law, self.rulebook, self.publications, self.references)

    def context_findings(self) -> tuple[Finding, ...]:
        """Return what is wrong with the law data and the catalogues themselves."""
        return (
            *self._registered[1],
            *self._decoded[1],
            *self._calendar[1],
            *(finding for layer in self.layers for finding in check_declared_once(layer)),
        )


def open_workspace(
    settings: Settings,
    day: date,
    judged: Sequence[str] = (),
    *,
    progress: Progress | None = None,
    cache: Cache | None = None,
) -> tuple[Workspace, Loaded]:
    """Return the workspace of a run, and what `judged` paths hold.

    Args:
        settings: The settings of the run.
        day: The day of the law.
        judged: Paths of what is to be judged; empty for the workspace's own data.
        progress: Told how many of the judged files are read.
        cache: What earlier runs compiled.
    """
    schemas = Schemas.from_texts(library.schema_texts())
    shipped = Loaded((), (), 0, unopened=False)
    data = settings.folders("data")
    if settings.uses_library and not _same(data, (str(library.data_folder()),)):
        shipped = load((str(library.data_folder()),), schemas, jobs=settings.processes)
    chosen = tuple(judged) or data
    own = load(chosen, schemas, jobs=settings.processes, progress=progress)
    beside = _beside(data, chosen, schemas, settings.processes)
    rule_files, said = compile_rules(rule_folders(settings), cache)
    layer = (*own.documents, *_not_in(beside, own.documents))
    workspace = Workspace(
        settings=settings,
        day=day,
        schemas=schemas,
        blueprint=Blueprint.from_texts(library.schema_texts()),
        layers=(shipped.documents, layer),
        rule_files=rule_files,
        rule_findings=said,
        cache=cache,
    )
    return workspace, own


def _beside(
    data: Sequence[str], chosen: Sequence[str], schemas: Schemas, jobs: int
) -> tuple[Document, ...]:
    """Return the workspace's other documents: context for what is judged."""
    if _same(data, chosen):
        return ()
    present = [folder for folder in data if Path(folder).exists()]
    return load(present, schemas, jobs=jobs).documents


def _not_in(documents: Sequence[Document], judged: Iterable[Document]) -> tuple[Document, ...]:
    if not documents:
        return ()
    files = {Path(document.file).resolve() for document in judged}
    return tuple(document for document in documents if Path(document.file).resolve() not in files)


def _same(one: Iterable[str], other: Iterable[str]) -> bool:
    return {Path(path).resolve() for path in one} == {Path(path).resolve() for path in other}
