"""From bytes to text: what may not stand in a file at all (ký tự).

The classes are those of *file* and *characters* in the description of YAML reading. A clean
file is declined by one search; only a suspicious one is looked at closely.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from tthc_rules.diagnostics import Severity
from tthc_rules.loading.faults import FatalError, Fault
from tthc_rules.loading.layout import OTHER_SPACES, Layout
from tthc_rules.loading.structure import GLUED_COMMENT

MOST_BYTES = 10 * 1024 * 1024
BYTE_ORDER_MARK = "\ufeff"

PLACEHOLDER = "\ufdd0"
"""Stands for a refused character while the rest is read: no text means this one."""

_FOREIGN_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")

_UNUSUAL = re.compile(
    '[^\t\n "-\\[\\]-~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u024f'
    "\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
"""Declines nearly every text at once. No two of the characters it passes compose."""

SUSPICIOUS = re.compile(
    "\r(?!\n)"  # a lone CR
    r'|\\(?!["\\/nt])'  # an escape that may bring in any character
    r"|(?<![^\s,\[{])!"  # a tag, the one without a name included
    "|[^\t\n\r -~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u024f"
    "\u0300-\u034e\u0350-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]"
)
"""Finds every text that needs a closer look, and some that do not."""

_CONTROL = "\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_ZERO_WIDTH = "\u00ad\u034f\u180e\u200b-\u200d\u2060-\u2064\ufeff"
CLASSES = (
    ("yaml/control-character", re.compile(f"[\x00{_CONTROL}]")),
    ("yaml/bidi", re.compile(f"[{_BIDI}]")),
    ("yaml/zero-width", re.compile(f"[{_ZERO_WIDTH}]")),
    ("yaml/lost-character", re.compile("\ufffd")),
)
_ANY = re.compile(f"[{_CONTROL}{_BIDI}{_ZERO_WIDTH}\ufffd]")
_NEEDS_LAYOUT = re.compile(
    f"\r(?!\n)|[\u0085\u2028\u2029{_CONTROL}{_BIDI}{_ZERO_WIDTH}{OTHER_SPACES}\ufffd\uff1a]"
)
_BREAK = re.compile("[\u0085\u2028\u2029]")
_LONE_RETURN = re.compile("\r(?!\n)")
_EMPTY = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n?|\n)|(?:---|\.\.\.)(?=[ \t\r\n]|\Z))*")
_JOINER = "\u200d"
_EXCUSED_IN_COMMENTS = {"yaml/bidi", "yaml/zero-width"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, without its byte order mark, and what is wrong with its characters.

    Attributes:
        text: The text as it stands in the file.
        readable: The same text, each refused character replaced by `PLACEHOLDER`: offsets
            are equal.
        faults: The mistakes found.
        structured: False when a wrong space makes the structure a guess.
    """

    text: str
    readable: str
    faults: tuple[Fault, ...] = ()
    structured: bool = True


def plain_text(data: bytes) -> str | None:
    """Return the text of `data` when no character of it can be wrong, else None.

    Nor can libyaml see a comment in it where YAML sees none.

    It may return None for a faultless file; it never returns the text of a faulty one. A
    normalised text has normalised parts, so one question answers for every scalar.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if "#" in text and GLUED_COMMENT.search(text) is not None:
        return None
    if _UNUSUAL.search(text) is None:
        return text
    if SUSPICIOUS.search(text) is None and unicodedata.is_normalized("NFC", text):
        return text
    return None


def decode(data: bytes) -> Decoded:
    """Return the text of `data` with the mistakes of its characters.

    Raises:
        FatalError: The file is too large, empty or not UTF-8. The offset of a wrong byte counts
            the code points before it, the byte order mark left out.
    """
    if len(data) > MOST_BYTES:
        raise FatalError(Fault("yaml/too-large", 0, 0, "file"))
    text = _decoded(data).removeprefix(BYTE_ORDER_MARK)
    match = _EMPTY.match(f"{text}\n")
    if match is not None and match.end() >= len(text):
        raise FatalError(Fault("yaml/empty", 0, 0))
    if _NEEDS_LAYOUT.search(text) is None:
        return Decoded(text, text)
    layout = Layout(text)
    faults = (*_faults(text, layout), *_breaks(text))
    if layout.wrong_space is not None:
        faults = (*faults, layout.wrong_space)
    return Decoded(text, _readable(text), faults, layout.wrong_space is None)


def undecodable(data: bytes) -> str:
    """Return the text of a file that `decode` refused, as far as positions in it need it."""
    return data[: MOST_BYTES + 1].decode("utf-8", "replace").removeprefix(BYTE_ORDER_MARK)


def class_of(char: str, following: str) -> str | None:
    """Return the class of mistake that `char` is, or None when it may stand.

    Args:
        char: One code point.
        following: The code point behind it, or nothing: a joiner may stand before an emoji.
    """
    if char == _JOINER and following and unicodedata.category(following) == "So":
        return None
    return next((code for code, pattern in CLASSES if pattern.match(char)), None)


def _decoded(data: bytes) -> str:
    if data.startswith(_FOREIGN_MARKS):
        raise FatalError(Fault("yaml/encoding", 0, 0, "foreign-mark"))
    try:
        text = data.decode()
        wrong = data.find(b"\x00")
    except UnicodeDecodeError as error:
        text = ""
        null = data.find(b"\x00", 0, error.start)
        wrong = error.start if null < 0 else null
    if wrong < 0:
        return text
    offset = len(data[:wrong].decode().removeprefix(BYTE_ORDER_MARK))
    values = {"byte": f"{data[wrong]:02X}"}
    raise FatalError(Fault("yaml/encoding", offset, offset + 1, values=values))


def _wrong(text: str) -> Iterator[tuple[int, str]]:
    for match in _ANY.finditer(text):
        end = match.end()
        code = class_of(match[0], text[end : end + 1])
        if code is not None:
            yield match.start(), code


def _faults(text: str, layout: Layout) -> Iterator[Fault]:
    runs: list[tuple[str, int, int]] = []
    for offset, code in _wrong(text):
        if runs and runs[-1][0] == code and runs[-1][2] == offset:
            runs[-1] = (code, runs[-1][1], offset + 1)
        else:
            runs.append((code, offset, offset + 1))
    for code, start, end in runs:
        excused = code in _EXCUSED_IN_COMMENTS and layout.in_comment(start)
        yield Fault(
            code,
            start,
            end,
            values={"character": f"U+{ord(text[start]):04X}"},
            severity=Severity.WARNING if excused else Severity.ERROR,
            replacement=None if code == "yaml/lost-character" else "",
        )


def _breaks(text: str) -> Iterator[Fault]:
    match = _BREAK.search(text)
    if match is not None:
        values = {"character": f"U+{ord(match[0]):04X}"}
        yield Fault("yaml/line-break", match.start(), match.end(), values=values)
    match = _LONE_RETURN.search(text)
    if match is not None:
        start, end = match.span()
        yield Fault("yaml/line-break", start, end, "return", severity=Severity.WARNING)


def _readable(text: str) -> str:
    chars = list(_BREAK.sub(PLACEHOLDER, text))
    for offset, _code in _wrong(text):
        chars[offset] = PLACEHOLDER
    return "".join(chars)
