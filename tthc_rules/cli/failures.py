"""What is said when a command line is wrong or a run breaks off (báo lỗi của dòng lệnh)."""

from __future__ import annotations

import errno
import platform
import traceback
from pathlib import Path

import click

import tthc_rules
from tthc_rules.cli.console import Console, OutputError
from tthc_rules.cli.parameters import Misuse, shown_name
from tthc_rules.diagnostics import Message
from tthc_rules.model.text import Text
from tthc_rules.report.messages import both, say, sentence
from tthc_rules.report.palette import COLOURED, PLAIN
from tthc_rules.spelling import nearest

_REASONS = {
    errno.ENOENT: "cli/reason.no-folder",
    errno.ENOTDIR: "cli/reason.file-in-the-way",
    errno.EEXIST: "cli/reason.file-in-the-way",
    errno.EISDIR: "cli/reason.is-folder",
    errno.EACCES: "cli/reason.not-allowed",
    errno.EPERM: "cli/reason.not-allowed",
    errno.EROFS: "cli/reason.not-allowed",
    errno.ENOSPC: "cli/reason.no-space",
    getattr(errno, "EDQUOT", errno.ENOSPC): "cli/reason.no-space",
}


def version_line() -> str:
    """Return tool, Python and system, as a report of a bug needs them."""
    return (
        f"tthc-rules {tthc_rules.__version__}, Python {platform.python_version()},"
        f" {platform.system()}"
    )


def say_error(console: Console, says: Message, remedy: Message | None = None) -> None:
    """Write one error and what to do about it to standard error."""
    palette = COLOURED if console.colours_err else PLAIN
    lang = console.lang
    word = palette.paint("error", f"{say('report/severity.error', lang)}:")
    console.err(f"{word} {sentence(says, lang)}\n")
    if remedy is not None:
        label = palette.paint("label", f"{say('report/label.help', lang)}:")
        console.err(f"{label} {sentence(remedy, lang)}\n")


def say_usage(console: Console, error: click.UsageError) -> None:
    """Write what is wrong with the command line, in the user's language."""
    says, remedy = _usage(error)
    path = error.ctx.command_path if error.ctx else "tthc-rules"
    say_error(console, says, remedy or Message("cli/see-help", {"command": path}))


def say_output_error(console: Console, error: OutputError) -> None:
    """Write that a result could not be written, and where."""
    reason = Message(
        _REASONS.get(error.cause.errno or 0, "cli/reason.other"),
        {"name": errno.errorcode.get(error.cause.errno or 0, type(error.cause).__name__)},
    )
    file: str | Text = both(Message("cli/standard-output")) if error.file is None else error.file
    says = Message("cli/cannot-write", {"file": file, "reason": both(reason)})
    say_error(console, says, Message("cli/cannot-write.help"))


def say_bug(console: Console, error: BaseException, *, debug: bool) -> None:
    """Write that the tool itself failed, and what to send; the traceback only if asked for."""
    if debug:
        console.err("".join(traceback.format_exception(error)))
    says = Message("cli/bug", {"name": type(error).__name__, "place": _place(error)})
    say_error(console, says, Message("cli/bug.help", {"version": version_line()}))


def _place(error: BaseException) -> str:
    root = Path(tthc_rules.__file__).parent.parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if Path(frame.filename).is_relative_to(root / "tthc_rules")]
    if not ours:
        return "tthc_rules"
    return f"{Path(ours[-1].filename).relative_to(root).as_posix()}:{ours[-1].lineno}"


def _usage(error: click.UsageError) -> tuple[Message, Message | None]:
    match error:
        case Misuse():
            return error.says, error.remedy
        case click.NoSuchOption():
            return _no_such_option(error)
        case click.MissingParameter(param=click.Option() as option):
            return Message("cli/missing-option", {"name": shown_name(option)}), None
        case click.MissingParameter(param=click.Argument() as argument):
            name = both(Message(f"cli/metavar.{argument.name}"))
            return Message("cli/missing-argument", {"name": name}), None
        case click.BadOptionUsage():
            key = "takes-no-value" if _is_flag(error) else "needs-value"
            return Message(f"cli/{key}", {"name": error.option_name}), None
        case _:
            path = error.ctx.command_path if error.ctx else "tthc-rules"
            return Message("cli/wrong-usage", {"name": path}), None


def _no_such_option(error: click.NoSuchOption) -> tuple[Message, Message | None]:
    known = [name for parameter in _parameters(error.ctx) for name in parameter.opts]
    near = nearest(error.option_name, [name for name in known if name.startswith("--")])
    return (
        Message("cli/no-such-option", {"name": error.option_name}),
        Message("cli/did-you-mean", {"name": near}) if near else None,
    )


def _is_flag(error: click.BadOptionUsage) -> bool:
    return any(
        isinstance(parameter, click.Option)
        and parameter.is_flag
        and error.option_name in parameter.opts
        for parameter in _parameters(error.ctx)
    )


def _parameters(ctx: click.Context | None) -> list[click.Parameter]:
    return ctx.command.get_params(ctx) if ctx else []
