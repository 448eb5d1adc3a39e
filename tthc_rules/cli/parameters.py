"""Parameters whose every word is in the user's language (tham số).

An option finds its help under `cli/option.<name>`, an argument under `cli/argument.<name>`;
types raise `Misuse`, which carries a message by key, never a sentence of click.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta, timezone
from functools import partial

import click

from tthc_rules.diagnostics import Message

YES = frozenset({"yes", "có", "true", "đúng"})
NO = frozenset({"no", "không", "false", "sai"})
"""Answers in both languages."""

_VIETNAM = timezone(timedelta(hours=7))
_CLOCK = r"([01]?\d|2[0-3])[:hg]([0-5]\d)"
_ISO_MOMENT = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?", re.ASCII
)
_DAY_FIRST = re.compile(rf"(\d{{1,2}}/\d{{1,2}}/\d{{4}}),? +{_CLOCK}", re.ASCII)
_CLOCK_FIRST = re.compile(rf"{_CLOCK},? +(\d{{1,2}}/\d{{1,2}}/\d{{4}})", re.ASCII)


class Misuse(click.UsageError):
    """The command line is wrong, and how (dùng sai)."""

    def __init__(
        self, says: Message, remedy: Message | None = None, ctx: click.Context | None = None
    ) -> None:
        super().__init__(says.key, ctx)
        self.says = says
        self.remedy = remedy


class Option(click.Option):
    """An option with its help by key and its value described by `shape`.

    Attributes:
        shape: Key below `cli/metavar.` of the value; empty for a flag.
        words: Key below `cli/option.` of the help, where the name alone does not decide it.
    """

    def __init__(
        self, *args: object, shape: str = "", words: str = "", **attributes: object
    ) -> None:
        super().__init__(*args, **attributes)  # type: ignore[arg-type]  # click's own options
        self.shape = shape
        self.words = words

    @property
    def help_key(self) -> str:
        """Key of the sentence that explains the option."""
        return f"cli/option.{self.words or shown_name(self).removeprefix('--')}"


class Argument(click.Argument):
    """A positional argument with its help by key.

    Attributes:
        words: Key below `cli/argument.` of the help, where the name alone does not decide it.
    """

    def __init__(self, *args: object, words: str = "", **attributes: object) -> None:
        super().__init__(*args, **attributes)  # type: ignore[arg-type]  # click's own options
        self.words = words

    @property
    def help_key(self) -> str:
        """Key of the sentence that explains the argument."""
        return f"cli/argument.{self.words or self.name}"


def shown_name(parameter: click.Parameter) -> str:
    """Return how people name a parameter: `--as-of`, or the name of an argument."""
    return (
        max(parameter.opts, key=len)
        if isinstance(parameter, click.Option)
        else parameter.name or ""
    )


def quoted(words: Iterable[str]) -> str:
    """Return words in back-ticks, with commas between."""
    return ", ".join(f"`{word}`" for word in words)


option = partial(click.option, cls=Option)
argument = partial(click.argument, cls=Argument)


class _Type(click.ParamType):  # type: ignore[type-arg]  # generic since click 8.4 only
    """A type of values of the command line."""


class OneOf(_Type):
    """One word of a closed list."""

    name = "choice"

    def __init__(self, choices: Iterable[str]) -> None:
        self.choices = tuple(choices)

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word, or refuse it."""
        return _chosen(value, self.choices, _name(param), ctx)


class Day(_Type):
    """A day, as `2026-07-01` or, as Vietnamese write it, `01/07/2026`.

    It has a day after it: the last one that a computer can name, 31/12/9999, is refused.
    """

    name = "day"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return the day, or refuse it."""
        return value if isinstance(value, date) else _day_before_another(value, _name(param), ctx)


class Moment(_Type):
    """A moment, as `2026-11-23T16:00` or `23/11/2026 16:00`; a plain day has no time.

    A moment with an offset comes back in Vietnamese time.
    """

    name = "moment"

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """Return a datetime, a date where no time is given, or refuse it."""
        return value if isinstance(value, date) else _moment(value, _name(param), ctx)


class Days(_Type):
    """Two days `A..B`: from `A` to the end of `B`; half-open inside."""

    name = "days"

    def convert(
        self,
        value: str | tuple[date, date],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[date, date]:
        """Return the first day and the first day that is no longer meant, or refuse them."""
        if isinstance(value, tuple):
            return value
        name = _name(param)
        first, dots, last = value.partition("..")
        if dots:
            start, end = _day(first, name, ctx), _day_before_another(last, name, ctx)
            if start <= end:
                return start, end + timedelta(days=1)
        raise Misuse(
            Message("cli/bad-days", {"value": value, "name": name}),
            Message("cli/bad-days.help"),
            ctx,
        )


class Number(_Type):
    """A whole number from `least` to `most`."""

    name = "number"

    def __init__(self, least: int, most: int) -> None:
        self.least = least
        self.most = most

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Return the number, or refuse it."""
        text = str(value)
        if re.fullmatch(r"[0-9]{1,9}", text) and self.least <= int(text) <= self.most:
            return int(text)
        raise Misuse(
            Message("cli/bad-number", {"value": text, "name": _name(param)}),
            Message("cli/bad-number.help", {"least": str(self.least), "most": str(self.most)}),
            ctx,
        )


class Assignment(_Type):
    """`NAME=VALUE`."""

    name = "assignment"
    form = "applicant.kind=ca_nhan"

    def convert(
        self,
        value: str | tuple[str, str],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[str, str]:
        """Return name and value, or refuse it."""
        if isinstance(value, tuple):
            return value
        name, equals, content = value.partition("=")
        if name.strip() and equals and content.strip():
            return self._checked(name.strip(), content.strip(), param, ctx)
        raise Misuse(
            Message("cli/bad-assignment", {"value": value, "name": _name(param)}),
            Message("cli/bad-assignment.help", {"form": self.form}),
            ctx,
        )

    def _checked(
        self, name: str, content: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        del param, ctx
        return name, content


class DayAssignment(Assignment):
    """`NAME=DAY`; the day comes back as YYYY-MM-DD."""

    name = "day-assignment"
    form = "reception=2026-07-01"

    def _checked(
        self, name: str, content: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        return name, _day(content, _name(param), ctx).isoformat()


class MomentAssignment(Assignment):
    """`NAME=MOMENT`; the moment comes back in ISO notation, a plain day without a time."""

    name = "moment-assignment"
    form = "supplement_requested=2026-11-25T09:00"

    def _checked(
        self, name: str, content: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        return name, _moment(content, _name(param), ctx).isoformat()


class YesOrNo(Assignment):
    """`NAME=yes` or `NAME=no`, of a closed list of names."""

    name = "yes-or-no"

    def __init__(self, names: Iterable[str]) -> None:
        self.choices = tuple(names)
        self.form = f"{self.choices[0]}=yes"

    def _checked(
        self, name: str, content: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        _chosen(name, self.choices, _name(param), ctx)
        word = content.lower()
        if word in YES | NO:
            return name, "yes" if word in YES else "no"
        return name, _chosen(content, ("yes", "no"), _name(param), ctx)


class OutputTarget(Assignment):
    """`FORMAT=FILE`."""

    name = "output"
    form = "json=ket-qua.json"

    def __init__(self, formats: Iterable[str]) -> None:
        self.choices = tuple(formats)

    def _checked(
        self, name: str, content: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[str, str]:
        return _chosen(name, self.choices, _name(param), ctx), content


def once(pairs: Sequence[tuple[str, str]], name: str) -> dict[str, str]:
    """Return pairs as a mapping.

    Raises:
        Misuse: A name stands twice.
    """
    found: dict[str, str] = {}
    for key, value in pairs:
        if key in found:
            raise Misuse(Message("cli/given-twice", {"value": key, "name": name}))
        found[key] = value
    return found


def _name(param: click.Parameter | None) -> str:
    return shown_name(param) if param else ""


def _chosen(value: str, choices: Sequence[str], name: str, ctx: click.Context | None) -> str:
    if value in choices:
        return value
    raise Misuse(
        Message("cli/bad-choice", {"value": value, "name": name}),
        Message("cli/bad-choice.help", {"choices": quoted(choices)}),
        ctx,
    )


def _day(value: str, name: str, ctx: click.Context | None) -> date:
    text = value.strip()
    parts = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    numbers = parts.groups() if parts else ()
    if not numbers and (parts := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text, re.ASCII)):
        numbers = parts.groups()[::-1]
    try:
        return date(*map(int, numbers)) if numbers else _no_day(value, name, ctx)
    except ValueError:
        return _no_day(value, name, ctx)


def _day_before_another(value: str, name: str, ctx: click.Context | None) -> date:
    day = _day(value, name, ctx)
    return day if day < date.max else _no_day(value, name, ctx)


def _no_day(value: str, name: str, ctx: click.Context | None) -> date:
    raise Misuse(
        Message("cli/bad-day", {"value": value, "name": name}), Message("cli/bad-day.help"), ctx
    )


def _moment(value: str, name: str, ctx: click.Context | None) -> date:
    text = value.strip()
    if match := _ISO_MOMENT.fullmatch(text):
        return _iso_moment(match, value, name, ctx)
    if match := _DAY_FIRST.fullmatch(text):
        day, hour, minute = match.groups()
    elif match := _CLOCK_FIRST.fullmatch(text):
        hour, minute, day = match.groups()
    else:
        return _no_time(value, name, ctx)
    return datetime.combine(_day(day, name, ctx), time(int(hour), int(minute)))


def _iso_moment(match: re.Match[str], value: str, name: str, ctx: click.Context | None) -> datetime:
    day, clock, offset = match.groups()
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{offset or ''}")
        return moment.astimezone(_VIETNAM).replace(tzinfo=None) if offset else moment
    except (ValueError, OverflowError):
        return _no_moment(value, name, ctx)


def _no_time(value: str, name: str, ctx: click.Context | None) -> date:
    """Return a plain day, or refuse what is no moment at all."""
    try:
        return _day(value, name, ctx)
    except Misuse:
        return _no_moment(value, name, ctx)


def _no_moment(value: str, name: str, ctx: click.Context | None) -> datetime:
    raise Misuse(
        Message("cli/bad-moment", {"value": value, "name": name}),
        Message("cli/bad-moment.help"),
        ctx,
    )
