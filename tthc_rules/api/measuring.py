"""How much the cases of a rule show (đo bộ ca kiểm thử): coverage and mutation.

Coverage counts what the cases made visible, mutation how many changed forms of the rule they
tell from the rule itself. Both answer with what is lacking and where in the rule it stands.
"""

from __future__ import annotations

from dataclasses import dataclass

from tthc_rules import library
from tthc_rules.api.rules import RuleFile
from tthc_rules.api.testing import RuleTrials, Suite
from tthc_rules.diagnostics import Message
from tthc_rules.engine.blueprint import Blueprint
from tthc_rules.engine.vocabulary import vocabulary
from tthc_rules.lang.clauses import place_of
from tthc_rules.lang.compiler import CheckedRule, check_rule
from tthc_rules.lang.coverage import watched
from tthc_rules.lang.coverage_goals import Goal, Sight
from tthc_rules.lang.mutate import mutants, shown_day
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.lang.words import LABELS
from tthc_rules.model.text import Text
from tthc_rules.source import Span


@dataclass(frozen=True, slots=True)
class Lacking:
    """Something the cases of a rule do not show (điều còn thiếu), and where it stands."""

    span: Span
    message: Message


@dataclass(frozen=True, slots=True)
class Measured:
    """How much the cases of one rule show (kết quả đo một quy tắc).

    Attributes:
        rule: Its id.
        cases: How many cases it has.
        reached, total: How many of the things asked for they show.
        lacking: The rest.
    """

    rule: str
    cases: int
    reached: int
    total: int
    lacking: tuple[Lacking, ...]

    @property
    def percent(self) -> int:
        """Whole percent of what is shown, never rounded up."""
        return percent(self.reached, self.total)


@dataclass(frozen=True, slots=True)
class Measurement:
    """How much the cases of several rules show (kết quả đo)."""

    rules: tuple[Measured, ...]

    @property
    def reached(self) -> int:
        """How many of the things asked for are shown."""
        return sum(rule.reached for rule in self.rules)

    @property
    def total(self) -> int:
        """How many things are asked for."""
        return sum(rule.total for rule in self.rules)

    @property
    def percent(self) -> int:
        """Whole percent over all rules, never rounded up."""
        return percent(self.reached, self.total)


def percent(reached: int, total: int) -> int:
    """Return a share in whole percent, rounded down; all of nothing is everything."""
    return 100 * reached // total if total else 100


def coverage(suite: Suite) -> Measurement:
    """Return which clauses, conditions, boundary values and days the cases show."""
    words = _words()
    return Measurement(tuple(_coverage(trials, words) for trials in suite.rules))


def mutation(suite: Suite) -> Measurement:
    """Return how many changed forms of each rule its cases tell from it.

    A case that fails as the rule stands tells nothing and is left out.
    """
    words = _words()
    return Measurement(tuple(_mutation(trials, words) for trials in suite.rules))


def _words() -> Vocabulary:
    return vocabulary(Blueprint.from_texts(library.schema_texts()))


def _checked(file: RuleFile, words: Vocabulary) -> tuple[CheckedRule, Place]:
    """Return what a rule means and where its periods of force stand."""
    checked, findings = check_rule(file.source, file.id, words)
    if checked is None:
        raise AssertionError(f"{file.id} compiled, and now has {len(findings)} mistakes")
    return checked, place_of(file.source.text, "FORCE")


def _coverage(trials: RuleTrials, words: Vocabulary) -> Measured:
    checked, force = _checked(trials.file, words)
    watching = watched(checked, words, force)
    for trial in trials.trials:
        watching.judged_on(trial.day)
        trial.judged(watching.rule)
    lacking = tuple(_unseen(goal, trials.file) for goal in watching.missing)
    total = len(watching.goals)
    return Measured(trials.file.id, len(trials.trials), total - len(lacking), total, lacking)


def _unseen(goal: Goal, file: RuleFile) -> Lacking:
    key = goal.sight.value
    if goal.whole and goal.sight in (Sight.TRUE, Sight.FALSE):
        key = f"clause-{key}"
    values: dict[str, Text | str] = {
        "text": _written(file, goal.place),
        "clause": LABELS[goal.clause].text,
    }
    if goal.day is not None:
        values["day"] = shown_day(goal.day)
    return Lacking(file.source.span(*goal.place), Message(f"test/unseen.{key}", values))


def _mutation(trials: RuleTrials, words: Vocabulary) -> Measured:
    checked, force = _checked(trials.file, words)
    telling = [trial for trial in trials.trials if trial.complaint(trials.rule) is None]
    telling.sort(key=lambda trial: trial.value["expect"] != "violation")  # they notice most
    total = 0
    survivors: list[Lacking] = []
    for mutant in mutants(checked, words, force):
        total += 1
        if not any(trial.complaint(mutant.rule) for trial in telling):
            values = {**mutant.change.values, "text": _written(trials.file, mutant.place)}
            message = Message(mutant.change.key, values)
            survivors.append(Lacking(trials.file.source.span(*mutant.place), message))
    survivors.sort(key=lambda one: one.span)
    reached = total - len(survivors)
    return Measured(trials.file.id, len(trials.trials), reached, total, tuple(survivors))


def _written(file: RuleFile, place: Place) -> str:
    """Return the text of a rule at a place, on one line."""
    return " ".join(file.source.text[place[0] : place[1]].split())
