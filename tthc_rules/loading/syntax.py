"""Where a text stops being YAML, and what a person did there (lỗi cú pháp).

libyaml says where it gave up; people need the place of the mistake: the quote that is never
closed, the key that lacks its colon, the tab.
"""

from __future__ import annotations

import re

from yaml.error import MarkedYAMLError

from tthc_rules.loading.faults import Fault
from tthc_rules.loading.layout import Layout

MOST_IN_KEY = 256

_PROLOGUE_LINE = re.compile(r"(?<![^\r\n])(?:%[^\r\n]*|(?![ \t]*(?:#|[\r\n]|\Z))[^\r\n]+)")
"""Lines that are neither blank nor comments."""

_WHOLE_KEY = re.compile(r'("(?:[^"\\\r\n]|\\.)*+"|\'(?:[^\'\r\n]|\'\')*+\'|[^\r\n]*?):(?=\s|\Z)')
_LINE_OF_TEXT = re.compile(r"[^\r\n]*")


def fault_of(text: str, error: MarkedYAMLError) -> tuple[Fault, ...]:
    """Return the mistake that made libyaml refuse `text`; several only for directives."""
    problem = str(error.problem or "")
    context = str(error.context or "")
    at = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    begin = error.context_mark.index if error.context_mark else at
    if "directive" in f"{problem} {context}" or "incompatible YAML" in problem:
        return directives(text)
    if "tab character" in problem or text[at : at + 1] == "\t":
        return (Fault("yaml/tab", at, at + 1),)
    if "tag" in f"{problem} {context}":
        start = at if "handle" in problem else begin
        return (Fault("yaml/tag", start, _token_end(text, start)),)
    if ("escape" in problem or "hexdecimal" in problem) and text[at:] != "\\":
        return (_escape(text, text.rfind("\\", begin, at + 1)),)
    if "quoted scalar" in context:
        return (_syntax(begin, begin + 1, "unclosed-quote"),)
    if "anchor" in context or "alias" in context:
        return (_syntax(begin, _token_end(text, begin), "name"),)
    return (_structural(text, problem, begin, at),)


def directives(text: str) -> tuple[Fault, ...]:
    """Return one mistake for each directive before the document."""
    found = []
    for match in _PROLOGUE_LINE.finditer(text):
        if not match[0].startswith("%"):
            break
        values = {"text": match[0].split()[0]}
        found.append(Fault("yaml/directive", match.start(), match.end(), values=values))
    return tuple(found) or (_syntax(0, 1),)


def _structural(text: str, problem: str, begin: int, at: int) -> Fault:
    if problem == "could not find expected ':'":
        return _key_without_colon(text, begin)
    here = text[at : at + 1]
    long = _long_key(text, at) if here == ":" else None
    if long is not None:
        return long
    if here in ("]", "}") and problem.startswith("did not find expected ','"):
        return _syntax(at, at + 1, "wrong-bracket")
    layout = Layout(text)
    enclosing = [bracket for bracket in layout.unclosed if bracket <= at]
    if enclosing:
        return _syntax(enclosing[-1], enclosing[-1] + 1, "unclosed-bracket")
    return _in_margin(text, at) or _misplaced(text, problem, at, layout)


def _in_margin(text: str, at: int) -> Fault | None:
    """Return the tab in the indentation of the line in which libyaml gave up."""
    line = _line_before(text, at)
    margin = line[: len(line) - len(line.lstrip(" \t"))]
    if "\t" not in margin:
        return None
    tab = at - len(line) + margin.index("\t")
    return Fault("yaml/tab", tab, tab + 1)


def _misplaced(text: str, problem: str, at: int, layout: Layout) -> Fault:
    if problem.startswith("mapping values"):
        return _second_colon(text, at, layout)
    if problem == "did not find expected <document start>" and "\n..." in f"\n{text[:at]}":
        return Fault("yaml/several-documents", at, min(at + 1, len(text)))
    variant = "start" if "cannot start" in problem else ""
    return _syntax(at, min(at + 1, len(text)), variant)


def _key_without_colon(text: str, begin: int) -> Fault:
    match = _WHOLE_KEY.match(text, begin)
    if match is not None and len(match[1]) > MOST_IN_KEY:
        return Fault("yaml/too-large", begin, match.end(1), "key")
    line = _line_at(text, begin)
    glued = re.match(r"[^\s:]+:(?=\S)", line)
    variant = "key-without-space" if glued else "key-without-colon"
    end = begin + (len(glued[0]) if glued else max(len(line.split(" #")[0].rstrip()), 1))
    return _syntax(begin, end, variant)


def _second_colon(text: str, at: int, layout: Layout) -> Fault:
    """A colon where none may stand: behind a value, or below a key that lacks its own."""
    lines = text[: at - len(_line_before(text, at))].splitlines(keepends=True)
    margin = len(_line_before(text, at)) - len(_line_before(text, at).lstrip(" -"))
    start = at - len(_line_before(text, at))
    first: int | None = None
    for line in reversed(lines):
        start -= len(line)
        content = line.rstrip("\r\n")
        if not content.strip() or layout.in_comment(start + len(content) - 1):
            break
        dashes = re.match(r" *(?:- +)*", content)
        column = dashes.end() if dashes else 0
        if column < margin or re.search(r":(?:\s|\Z)", content):
            break
        if column == margin and content[column : column + 1] not in ("'", '"', "[", "{"):
            first = start + column
        if "-" in content[:column]:
            break
    if first is None:
        return _syntax(at, at + 1, "second-colon")
    return _key_without_colon(text, first)


def _long_key(text: str, colon: int) -> Fault | None:
    """Return the key before `colon` when libyaml gave it up for its length."""
    line = _line_before(text, colon)
    opening = max(line.rfind(char) for char in "{[,") + 1
    written = line[opening:] if opening else line.lstrip("-? \t")
    key = written.strip()
    if len(key) <= MOST_IN_KEY or re.search(r":\s", key):
        return None
    start = colon - len(written.lstrip())
    return Fault("yaml/too-large", start, start + len(key), "key")


def _escape(text: str, backslash: int) -> Fault:
    match = re.compile(
        r"\\(?:u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|x[0-9A-Fa-f]{2}|.?)", re.DOTALL
    ).match(text, backslash)
    written = match[0] if match else "\\"
    end = backslash + len(written)
    values = {"text": written}
    if written[1:2] in ("u", "U") and len(written) > 2 and 0xD800 <= int(written[2:], 16) <= 0xDFFF:
        return Fault("yaml/surrogate", backslash, end, values=values)
    return Fault("yaml/syntax", backslash, end, "escape", values)


def _syntax(start: int, end: int, variant: str = "") -> Fault:
    return Fault("yaml/syntax", start, end, variant)


def _line_before(text: str, offset: int) -> str:
    start = max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
    return text[start:offset]


def _line_at(text: str, offset: int) -> str:
    match = _LINE_OF_TEXT.match(text, offset)
    return match[0] if match else ""


def _token_end(text: str, start: int) -> int:
    match = re.compile(r"\S[^\s,\[\]{}]*").match(text, start)
    return match.end() if match else start
