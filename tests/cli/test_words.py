"""The command line speaks one language at a time: help, usage errors, notices."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Run
from tests.report.test_messages import ENGLISH
from tthc_rules.cli import language
from tthc_rules.cli.app import app
from tthc_rules.cli.parameters import Argument, Option
from tthc_rules.report.messages import table

VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]")


def _commands(
    command: click.Command = app, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        for name, child in command.commands.items():
            yield from _commands(child, (*path, name))


COMMANDS = list(_commands())
PATHS = [path for path, _ in COMMANDS]


def _prose(text: str) -> str:
    """Return what is neither quoted, nor a name of a command or option, nor an example."""
    text = re.sub(r"`[^`]*`", " ", text)
    text = text.split("\nVí dụ:")[0].split("\nExamples:")[0]
    return re.sub(r"--?[a-z][a-z-]*|tthc-rules[a-z ]*|^  [a-z]+  ", " ", text, flags=re.M)


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_is_in_one_language(tthc: Run, path: tuple[str, ...]) -> None:
    vi, en = tthc(*path, "--help"), tthc(*path, "-h", "--lang", "en")
    assert (vi.code, vi.err, en.code, en.err) == (0, "", 0, "")
    assert vi.out.startswith("Cách dùng: tthc-rules")
    assert en.out.startswith("Usage: tthc-rules")
    assert ENGLISH.findall(_prose(vi.out)) == []
    assert VIETNAMESE.findall(_prose(en.out).lower()) == []
    assert "cli/" not in vi.out + en.out
    assert "{" not in vi.out + en.out


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path in PATHS])
def test_every_parameter_has_its_words(path: tuple[str, ...], command: click.Command) -> None:
    context = click.Context(command, info_name="tthc-rules")
    for parameter in command.get_params(context):
        assert isinstance(parameter, Option | Argument)
        assert parameter.help_key in table()
        if isinstance(parameter, Option):
            assert parameter.is_flag or f"cli/metavar.{parameter.shape}" in table()
        else:
            assert f"cli/metavar.{parameter.name}" in table()


@pytest.mark.parametrize("arguments", [(), ("rules",)])
def test_a_bare_command_prints_its_help(tthc: Run, arguments: tuple[str, ...]) -> None:
    assert tthc(*arguments) == tthc(*arguments, "--help")


WRONG = [
    (("chek",), "không có lệnh `chek`", "ý bạn là `check`?"),
    (("rules", "lits"), "không có lệnh `lits`", "ý bạn là `list`?"),
    (("zzz",), "không có lệnh `zzz`", "xem `tthc-rules --help`"),
    (("check", "--as-off", "1"), "không có tuỳ chọn `--as-off`", "ý bạn là `--as-of`?"),
    (("check", "-x"), "không có tuỳ chọn `-x`", "xem `tthc-rules check --help`"),
    (("check", "--as-of"), "tuỳ chọn `--as-of` cần một giá trị", "xem `tthc-rules check --help`"),
    (("check", "--strict=1"), "tuỳ chọn `--strict` không nhận giá trị", "xem `tthc-rules check"),
    (("check", "--as-of", "31/02/2026"), "không hiểu ngày `31/02/2026` của `--as-of`", "viết như"),
    (("check", "--as-of", "2026-7-1"), "không hiểu ngày `2026-7-1` của `--as-of`", "viết như"),
    (("check", "--as-of", "9999-12-31"), "không hiểu ngày `9999-12-31` của `--as-of`", "viết như"),
    (("check", "-j", "-1"), "không hiểu số `-1` của `--jobs`", "một số nguyên từ 0 đến 256"),
    (("check", "-j", "٣"), "không hiểu số `٣` của `--jobs`", "một số nguyên từ 0 đến 256"),
    (("check", "--format", "xml"), "không có lựa chọn `xml` cho `--format`", "một trong: `text`"),
    (("check", "--output", "json"), "không hiểu `json` của `--output`", "viết như `json="),
    (("check", "--output", "x=y"), "không có lựa chọn `x` cho `--output`", "một trong: `text`"),
    (("check", "--lang", "fr"), "không có lựa chọn `fr` cho `--lang`", "một trong: `vi`, `en`"),
    (("--lang",), "tuỳ chọn `--lang` cần một giá trị", "xem `tthc-rules --help`"),
    (("version", "x"), "thừa tham số `x`", "xem `tthc-rules version --help`"),
    (("rules", "show"), "thiếu tham số `QUY_TẮC`", "xem `tthc-rules rules show --help`"),
    (("why", "1", "fee"), "thiếu tuỳ chọn `--territory`", "xem `tthc-rules why --help`"),
    (
        ("why", "1", "fee", "--territory", "1", "--event", "a=b"),
        "không hiểu ngày `b` của `--event`",
        "viết như",
    ),
    (
        ("why", "1", "fee", "--territory", "1", "--fact", "a=1", "--fact", "a=2"),
        "`a` được cho hai lần trong `--fact`",
        "xem `tthc-rules why --help`",
    ),
    (("rules", "show", "x/y"), "không có quy tắc `x/y`", "xem danh sách với"),
    (
        ("explain", "thoi-han/dai-hon-luật"),
        "không có quy tắc `thoi-han/dai-hon-luật`",
        "ý bạn là `thoi-han/dai-hon-luat`?",
    ),
    (("\x1b[31m",), "không có lệnh `\\x1b[31m`", "xem"),
]


@pytest.mark.parametrize(("arguments", "says", "remedy"), WRONG)
def test_misuse_is_said_with_its_remedy(
    tthc: Run, arguments: tuple[str, ...], says: str, remedy: str
) -> None:
    ended = tthc(*arguments)
    assert (ended.code, ended.out) == (2, "")
    first, second = ended.err.splitlines()
    assert first == f"lỗi: {says}"
    assert second.startswith(f"gợi ý: {remedy}")
    english = tthc(*arguments, TTHC_RULES_LANG="en")
    assert english.code == 2
    assert re.fullmatch(r"error: .+\nhelp: .+\n", english.err)
    assert VIETNAMESE.findall(_prose(english.err).lower()) == []


COMMAND_WORDS = "check why rules list show config version test explain x 2 - --"
OPTION_WORDS = (
    "--lang en --as-of 2026-01-01 --fact a=b --event --strict --output -j --help -h --version"
    " --format json --territory 40 --x= --no-color"
)
WORDS = st.sampled_from(f"{COMMAND_WORDS} {OPTION_WORDS}".split())


@given(arguments=st.lists(WORDS | st.text(max_size=4), max_size=6))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_command_line_shows_a_sentence_of_click(tthc: Run, arguments: list[str]) -> None:
    """Whatever is typed, stderr is empty, or begins with our word for an error."""
    ended = tthc(*arguments)
    assert ended.code in {0, 2}, ended.err
    if ended.code == 2:
        assert re.match(r"(lỗi|error): ", ended.err)
        assert "dùng sai lệnh" not in ended.err
    assert not re.search(r"Usage: |Try '|Error: |Got unexpected", ended.err)


@pytest.mark.parametrize(
    ("arguments", "environ", "expected"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "C"}, "vi"),
        ([], {"LANG": "C.UTF-8"}, "vi"),
        ([], {"LC_ALL": "POSIX"}, "vi"),
        ([], {"LANG": "vi_VN.UTF-8"}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LC_MESSAGES": "en_GB"}, "en"),
        ([], {"LC_ALL": "vi_VN", "LANG": "en_US"}, "vi"),
        ([], {"LC_ALL": "", "LANG": "en"}, "en"),
        ([], {"LANG": "fr_FR"}, "vi"),
        ([], {"LANGUAGE": "fr:en:vi", "LANG": "vi_VN"}, "en"),
        ([], {"LANGUAGE": "vi:en", "LANG": "en_US"}, "vi"),
        ([], {"TTHC_RULES_LANG": "en", "LANG": "vi_VN"}, "en"),
        ([], {"TTHC_RULES_LANG": "vi", "LANG": "en_US"}, "vi"),
        ([], {"TTHC_RULES_LANG": "fr", "LANG": "en_US"}, "en"),
        (["--lang", "en"], {"TTHC_RULES_LANG": "vi"}, "en"),
        (["check", "--lang=en"], {}, "en"),
        (["--lang", "en", "check", "--lang", "vi"], {}, "vi"),
        (["--lang", "fr"], {"LANG": "en_US"}, "en"),
        (["check", "--", "--lang", "en"], {}, "vi"),
        (["--lang"], {}, "vi"),
    ],
)
def test_the_language_is_the_one_asked_for(
    arguments: list[str], environ: dict[str, str], expected: str
) -> None:
    found = language.asked(arguments, environ) or language.of_locale(environ)
    assert found == expected
