"""Which stretches of a text are quoted, block text or comment (bố cục).

YAML decides; this is a reader that never gives up. It is asked only about texts that hold
something suspicious or that YAML refused: is this character in a comment, does a wrong space
take the place of a plain one, is a bracket ever closed?
"""

from __future__ import annotations

import re
from bisect import bisect_right

from tthc_rules.loading.faults import Fault

OTHER_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_END = re.compile(r"\r\n?|\n")
_MARGIN = re.compile(f"[ \t{OTHER_SPACES}]*")
_OTHER_SPACE = re.compile(f"[{OTHER_SPACES}]")
_MARKER = re.compile(r"(?:---|\.\.\.)(?=[ \t\r\n]|\Z)")
_BLANK = re.compile(r"[ \t]+")
_GAP = re.compile(r"[^\S\r\n]+")
_COMMENT = re.compile(r"#[^\r\n]*")
_DOUBLE = re.compile(r'"(?:[^"\\]|\\.)*+("?)', re.DOTALL)
_SINGLE = re.compile(r"'(?:[^']|'')*+('?)")
_HEADER = re.compile(r"[|>][-+0-9]*(?=[ \t]*(?:[ \t]#[^\r\n]*)?(?:[\r\n]|\Z))")
_PROPERTY = re.compile(r"[!&*][^\s,\[\]{}]*")
_INDICATOR = re.compile(r"[-?:](?=[ \t\r\n]|\Z)")
_DASH = re.compile(f"-(?=[{OTHER_SPACES}])")
_PLAIN = re.compile(r"(?:[^\s:#]|:(?![ \t\r\n]|\Z)|(?<=\S)#|[^\S\r\n]++(?![#\r\n]|\Z))+")
_PLAIN_IN_FLOW = re.compile(
    r"(?:[^\s:#,\[\]{}]|:(?![ \t\r\n,\[\]{}]|\Z)|(?<=\S)#|[^\S\r\n]++(?![#\r\n]|\Z))+"
)
_KEY_END = re.compile(f":(?=[{OTHER_SPACES}])|\uff1a")
_CLOSES = {"]": "[", "}": "{"}


class Layout:
    """The stretches of one text.

    Attributes:
        wrong_space: The first space or colon that only looks like the plain one.
        unclosed: Offsets of the brackets that are never closed, outermost first.
    """

    def __init__(self, text: str) -> None:
        self.wrong_space: Fault | None = None
        self.unclosed: list[int] = []
        self._text = text
        self._comments: list[tuple[int, int]] = []
        self._columns: list[int] = []
        self._open_text: int | None = None
        self._dash = -1
        position = 0
        while position < len(text):
            position = self._line(position)

    def in_comment(self, offset: int) -> bool:
        """Return whether the code point at `offset` belongs to a comment."""
        index = bisect_right(self._comments, (offset, len(self._text)))
        return index > 0 and offset < self._comments[index - 1][1]

    def _line(self, start: int) -> int:
        margin = _end(_MARGIN, self._text, start)
        other = _OTHER_SPACE.search(self._text, start, margin)
        if other is not None:
            self._note_space(other.start(), "margin")
        if _MARKER.match(self._text, start):
            if self.unclosed:
                return len(self._text)
            self._columns, self._open_text = [], None
            return self._tokens(start, start + 3, key_position=False)
        rest = self._text[margin : margin + 1]
        if rest in ("", "\r", "\n", "#"):
            return self._tokens(start, margin, key_position=False)
        column = margin - start
        if self._open_text is not None and column > self._open_text and not self.unclosed:
            return self._tokens(start, _end(_PLAIN, self._text, margin), key_position=False)
        self._open_text = None
        return self._tokens(start, margin, key_position=True)

    def _tokens(self, start: int, position: int, *, key_position: bool) -> int:
        """Read from `position` to the end of the line that began at `start`, or further."""
        text = self._text
        column = position - start
        self._dash = -1
        while position < len(text):
            char = text[position]
            if char in "\r\n":
                return _end(_LINE_END, text, position)
            if char in "|>" and not self.unclosed and _HEADER.match(text, position):
                return self._block(position)
            after = self._mark(char, position)
            if after == position:
                position = self._scalar(position, column, key_position)
                key_position = False
            elif char in "-?":
                self._dash = position - start
                column = after - start
                position = after
            else:
                key_position = self._is_key_position(char, key_position)
                position = after
        return position

    def _mark(self, char: str, position: int) -> int:
        """Return where the sign, comment or gap at `position` ends: there, if it is a text."""
        text = self._text
        if char in " \t":
            return _end(_BLANK, text, position)
        if char == "#" and (position == 0 or text[position - 1].isspace()):
            end = _end(_COMMENT, text, position)
            self._comments.append((position, end))
            return end
        if char in "[{" or (char in "]}," and self.unclosed):
            self._bracket(char, position)
            return position + 1
        if char in "!&*":
            return max(_end(_PROPERTY, text, position), position + 1)
        indicator = _INDICATOR.match(text, position)
        if indicator is None:
            return position
        return position + 1 if char == ":" else _end(_BLANK, text, position + 1)

    def _is_key_position(self, char: str, before: bool) -> bool:
        if char == ":":
            return False
        if char in "[]{},":
            return bool(self.unclosed) and self._text[self.unclosed[-1]] == "{"
        return before

    def _scalar(self, position: int, column: int, key_position: bool) -> int:
        text = self._text
        if key_position and not self.unclosed and _DASH.match(text, position):
            self._note_space(position + 1, "dash")
        if text[position] in "\"'":
            pattern = _DOUBLE if text[position] == '"' else _SINGLE
            end = _end(pattern, text, position)
            if key_position and _KEY_END.match(text, end):
                self._note_space(end + (text[end] == ":"), _variant(text[end]))
        else:
            pattern = _PLAIN_IN_FLOW if self.unclosed else _PLAIN
            end = max(_end(pattern, text, position), _end(_GAP, text, position), position + 1)
            if key_position:
                self._look_for_colon(position, end, column)
        if not self.unclosed:
            self._remember(position, end, column, key_position)
        return end

    def _look_for_colon(self, start: int, end: int, column: int) -> None:
        match = _KEY_END.search(self._text, start, end + 1)
        if match is None or match.start() == start:
            return
        if match[0] == ":":
            self._note_space(match.end(), "colon")
        elif (
            column in self._columns
            or column == 0
            or not any(c.isspace() for c in self._text[start : match.start()])
        ):
            self._note_space(match.start(), "wide-colon")

    def _remember(self, start: int, end: int, column: int, key_position: bool) -> None:
        """Keep the columns of keys, and whether a text may go on in the next line."""
        if key_position:
            self._columns = [known for known in self._columns if known < column]
            if _end(_BLANK, self._text, end) < len(self._text) and (
                self._text[_end(_BLANK, self._text, end)] == ":"
            ):
                self._columns.append(column)
                self._open_text = None
                return
        if self._text[start] not in "\"'":
            known = self._columns[-1] if self._columns else -1
            self._open_text = max(known, self._dash) if key_position else known

    def _bracket(self, char: str, position: int) -> None:
        if char in "[{":
            self.unclosed.append(position)
        elif char != "," and self._text[self.unclosed[-1]] == _CLOSES[char]:
            self.unclosed.pop()

    def _block(self, position: int) -> int:
        """Skip a block text: the lines indented deeper than the key or dash it hangs on."""
        text = self._text
        line_start = max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1
        floor = _parent_column(text[line_start:position])
        header_end = _end(_HEADER, text, position)
        match = re.compile(r"[ \t]+(#[^\r\n]*)").match(text, header_end)
        if match is not None:
            self._comments.append(match.span(1))
        found = _LINE_END.search(text, position)
        position = found.end() if found else len(text)
        while position < len(text):
            found = _LINE_END.search(text, position)
            end = found.end() if found else len(text)
            line = text[position:end]
            if line.strip(" \r\n") and len(line) - len(line.lstrip(" ")) <= floor:
                return position
            position = end
        return position

    def _note_space(self, offset: int, variant: str) -> None:
        if self.wrong_space is None:
            values = {"character": f"U+{ord(self._text[offset]):04X}"}
            replacement = ":" if variant == "wide-colon" else " "
            self.wrong_space = Fault(
                "yaml/space", offset, offset + 1, variant, values, replacement=replacement
            )


def _variant(char: str) -> str:
    return "colon" if char == ":" else "wide-colon"


def _parent_column(before: str) -> int:
    """Return the column of the key or dash that the text at the end of `before` hangs on."""
    if before.startswith("---"):
        return -1
    dashes = re.compile(r" *(?:[-?:][ \t]+)*").match(before)
    end = dashes.end() if dashes else 0
    if before[end:].strip():
        return end
    stripped = before.rstrip(" \t")
    return len(stripped) - 1 if stripped else -1


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position
