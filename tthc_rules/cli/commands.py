"""Commands that speak the user's language, help and errors included (lệnh).

click parses; every word that a person reads comes from `report/messages`. The console of
the run is the context's `obj`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import click

from tthc_rules.cli.console import Console
from tthc_rules.cli.language import LANGUAGES
from tthc_rules.cli.parameters import Argument, Misuse, OneOf, Option, quoted
from tthc_rules.diagnostics import Message
from tthc_rules.report.messages import say
from tthc_rules.spelling import nearest

PROGRAM = "tthc-rules"


def console_of(ctx: click.Context) -> Console:
    """Return the console of this run."""
    console = ctx.find_object(Console)
    if console is None:
        raise LookupError("the context was made without a console")
    return console


def key_of(ctx: click.Context) -> str:
    """Return the key of a command: `cli/command.rules.list`."""
    names = ctx.command_path.split()[1:]
    return f"cli/command.{'.'.join(names) or PROGRAM}"


class Command(click.Command):
    """A command whose help is found by its path.

    Attributes:
        examples: Command lines to show in the help.
        shows_exit_codes: Whether the help lists the exit codes.
    """

    def __init__(
        self,
        *args: object,
        examples: Sequence[str] = (),
        shows_exit_codes: bool = False,
        **attributes: object,
    ) -> None:
        super().__init__(*args, **attributes)  # type: ignore[arg-type]  # click's own options
        self.examples = tuple(examples)
        self.shows_exit_codes = shows_exit_codes
        self.params.extend(_common_options())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `-h, --help` in our words."""
        del ctx
        return _help_option()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse, and refuse arguments that nobody asked for."""
        ctx.allow_extra_args = True
        with _placing(ctx):
            rest = super().parse_args(ctx, args)
        if rest and not ctx.resilient_parsing:
            raise Misuse(Message("cli/extra-argument", {"name": rest[0]}), None, ctx)
        return rest

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        write_help(self, ctx, formatter)


class Group(click.Group):
    """A group of commands; without a subcommand it prints its help."""

    command_class = Command
    group_class = type
    examples: tuple[str, ...] = ()
    shows_exit_codes = False

    def __init__(self, *args: object, **attributes: object) -> None:
        attributes.setdefault("invoke_without_command", True)
        super().__init__(*args, **attributes)  # type: ignore[arg-type]  # click's own options
        self.params.extend(_common_options())

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return `-h, --help` in our words."""
        del ctx
        return _help_option()

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse what stands before the subcommand."""
        with _placing(ctx):
            return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the subcommand, or say which one was probably meant."""
        if self.get_command(ctx, args[0]) is not None:
            return super().resolve_command(ctx, args)
        near = nearest(args[0], self.list_commands(ctx))
        raise Misuse(
            Message("cli/no-such-command", {"name": args[0]}),
            Message("cli/did-you-mean", {"name": near}) if near else None,
            ctx,
        )

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        write_help(self, ctx, formatter)


@contextmanager
def _placing(ctx: click.Context) -> Iterator[None]:
    """Tell an error of click's parser which command it belongs to."""
    try:
        yield
    except click.UsageError as error:
        error.ctx = error.ctx or ctx
        raise


def write_help(
    command: Command | Group, ctx: click.Context, formatter: click.HelpFormatter
) -> None:
    """Write usage, purpose, arguments, options, commands and examples of `command`."""
    lang = console_of(ctx).lang
    pieces = [f"[{say('cli/metavar.options', lang)}]"]
    arguments = [one for one in command.params if isinstance(one, Argument)]
    pieces += [_argument_form(one, lang) for one in arguments]
    if isinstance(command, Group):
        pieces.append(say("cli/metavar.command", lang))
    formatter.write_usage(ctx.command_path, " ".join(pieces), f"{say('cli/heading.usage', lang)}: ")
    formatter.write_paragraph()
    purpose = say(key_of(ctx), lang)
    formatter.write_text(purpose[:1].upper() + purpose[1:])
    _section(formatter, "arguments", [_argument_row(one, lang) for one in arguments], lang)
    if isinstance(command, Group):
        rows = [(name, say(_child_key(ctx, name), lang)) for name in command.list_commands(ctx)]
        _section(formatter, "commands", rows, lang)
    options = [one for one in command.get_params(ctx) if isinstance(one, Option)]
    _section(formatter, "options", [_option_row(one, lang) for one in options], lang)
    if command.shows_exit_codes:
        codes = ("0", "1", "2", "3", "4", "5", "130")
        rows = [(code, say(f"cli/exit.{code}", lang)) for code in codes]
        _section(formatter, "exit-codes", rows, lang)
    if command.examples:
        with formatter.section(say("cli/heading.examples", lang)):
            for example in command.examples:
                formatter.write(f"{'':{formatter.current_indent}}{example}\n")


def _section(
    formatter: click.HelpFormatter, heading: str, rows: list[tuple[str, str]], lang: str
) -> None:
    if rows:
        with formatter.section(say(f"cli/heading.{heading}", lang)):
            formatter.write_dl(rows)


def _child_key(ctx: click.Context, name: str) -> str:
    parent = key_of(ctx)
    return f"cli/command.{name}" if parent.endswith(PROGRAM) else f"{parent}.{name}"


def _argument_form(argument: Argument, lang: str) -> str:
    word = say(f"cli/metavar.{argument.name}", lang)
    word = f"{word}..." if argument.nargs < 0 else word
    return word if argument.required else f"[{word}]"


def _argument_row(argument: Argument, lang: str) -> tuple[str, str]:
    return say(f"cli/metavar.{argument.name}", lang), say(argument.help_key, lang)


def _option_row(option: Option, lang: str) -> tuple[str, str]:
    names = ", ".join(sorted(option.opts, key=len))
    form = f"{names} {say(f'cli/metavar.{option.shape}', lang)}" if option.shape else names
    choices = quoted(getattr(option.type, "choices", ()))
    text = say(option.help_key, lang, choices=choices)
    return form, say("cli/required", lang, help=text) if option.required else text


def _help_option() -> Option:
    return Option(
        ["-h", "--help"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=_print_help,
    )


def _print_help(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value and not ctx.resilient_parsing:
        console_of(ctx).out(ctx.get_help() + "\n")
        ctx.exit()


def _common_options() -> tuple[Option, Option]:
    return (
        Option(
            ["--lang"],
            type=OneOf(LANGUAGES),
            shape="lang",
            expose_value=False,
        ),
        Option(
            ["--no-color"],
            is_flag=True,
            expose_value=False,
            is_eager=True,
            callback=_without_colours,
        ),
    )


def _without_colours(ctx: click.Context, _param: click.Parameter, value: bool) -> None:
    if value:
        console_of(ctx).plain = True
