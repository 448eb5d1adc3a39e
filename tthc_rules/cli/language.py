"""Which language the user reads (ngôn ngữ): Vietnamese, unless English is asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

LANGUAGES = ("vi", "en")
DEFAULT = "vi"
VARIABLE = "TTHC_RULES_LANG"
_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")


def asked(arguments: Sequence[str], environ: Mapping[str, str]) -> str | None:
    """Return the language that the caller names, by `--lang` or TTHC_RULES_LANG.

    The command line is looked through before it is parsed, so that its errors and its help
    are in the right language wherever `--lang` stands. A wrong value is left to the parser.
    """
    named = None
    before_end = arguments[: arguments.index("--")] if "--" in arguments else arguments
    for index, argument in enumerate(before_end):
        name, equals, value = argument.partition("=")
        if name == "--lang":
            value = value if equals else "".join(before_end[index + 1 : index + 2])
            named = value if value in LANGUAGES else named
    variable = environ.get(VARIABLE, "")
    return named or (variable if variable in LANGUAGES else None)


def of_locale(environ: Mapping[str, str]) -> str:
    """Return the language of the user's locale; `C`, `POSIX` and the unknown are Vietnamese.

    LANGUAGE holds a list, of which the first language we speak counts; then the first of
    LC_ALL, LC_MESSAGES and LANG that is set decides.
    """
    for item in environ.get("LANGUAGE", "").split(":"):
        if (language := _language(item)) in LANGUAGES:
            return language
    name = next((environ[name] for name in _LOCALE if environ.get(name)), "")
    language = _language(name)
    return language if language in LANGUAGES else DEFAULT


def _language(locale: str) -> str:
    return locale.partition(".")[0].partition("_")[0].partition("-")[0].lower()
