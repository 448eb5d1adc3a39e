"""The canonical form of a rule file (dạng chuẩn), in either language.

One space where one belongs, one spelling of each word, clauses and continuation lines
indented alike; line breaks inside a clause and comments stay where the author put them.
A message is printed with its placeholders in the words of its own language.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from tthc_rules.diagnostics import Finding
from tthc_rules.lang import words
from tthc_rules.lang.clauses import Clause, cut
from tthc_rules.lang.compiler import check_rule
from tthc_rules.lang.layout import Slot, slots
from tthc_rules.lang.normal import Normal, normalise
from tthc_rules.lang.syntax import Place
from tthc_rules.lang.tokens import SYMBOLS, Token, tokenise
from tthc_rules.lang.vocabulary import Vocabulary
from tthc_rules.model.quantities import parse_money, parse_time_limit
from tthc_rules.model.text import Text
from tthc_rules.source import Source

_COMMENT = re.compile(r"#[^\n\r]*")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
_KEYWORDS: Mapping[str, words.Keyword] = {
    kind: keyword for table in words.TABLES for kind, keyword in table.items()
}
_TIGHT_AFTER = {"LPAR", "LSQB", "DOT"}
_TIGHT_BEFORE = {"RPAR", "RSQB", "DOT", "COMMA", "SEMI"}
_CALLED = {"NAME", "NO_NORM"}
_NO_COLON = {"RULE", "FIRM", "END"}
_NO_SLOT = Slot()
_RATES = (("thu bằng", "payable"), ("giảm", "reduced by"))


def format_rule(
    source: Source, vocabulary: Vocabulary, to: str | None = None
) -> tuple[str | None, tuple[Finding, ...]]:
    """Return a rule file in canonical form.

    Args:
        source: The text of one rule.
        vocabulary: The words it uses.
        to: `vi` or `en` to translate keywords and words; None keeps the language of the
            first keyword.

    Returns:
        The text, or None when the rule has errors; the findings of the rule.
    """
    checked, findings = check_rule(source, "format/rule", vocabulary)
    if checked is None:
        return None, findings
    normal = normalise(source.text)
    clauses = cut(normal)
    language = to or _language(normal, clauses)
    printer = _Printer(source, normal, checked.words, english=language == "en")
    return unicodedata.normalize("NFC", printer.file(clauses)), findings


def _language(normal: Normal, clauses: Iterable[Clause]) -> str:
    rule = next(clause for clause in clauses if clause.kind == "RULE")
    english = normal.folded.startswith(words.LABELS["RULE"].en[0], rule.start)
    return "en" if english else "vi"


class _Lines:
    """Text under construction: lines, and where a continuation line begins."""

    def __init__(self) -> None:
        self.done: list[str] = []
        self.current = ""
        self.indent = ""

    def write(self, text: str, *, tight: bool = False, pad: int = 0) -> None:
        if not self.current:
            self.current = self.indent
        elif not tight and self.current.strip() and not self.current.endswith(" "):
            self.current += " " * (pad + 1)
        self.current += text

    def end(self) -> None:
        if self.current.strip():
            self.done.append(self.current.rstrip())
        self.current = ""

    def comment(self, text: str, *, own_line: bool) -> None:
        if own_line:
            self.end()
        self.current += f"  {text}" if self.current.strip() else f"{self.indent}{text}"
        self.end()


class _Printer:
    def __init__(
        self, source: Source, normal: Normal, known: Mapping[Place, Text], *, english: bool
    ) -> None:
        self._text = source.text
        self._normal = normal
        self._known = known
        self._english = english
        self._lines = _Lines()

    def file(self, clauses: tuple[Clause, ...]) -> str:
        titles = self._titles(clauses)
        said = [clause for clause in clauses if clause.kind != "OUTSIDE"]
        before = self._text[: self._normal.offsets[said[0].start]]
        self._comments(before, fresh=True)
        if self._lines.done and before.rstrip(" \t").endswith("\n\n"):
            self._lines.done.append("")
        for clause in said:
            self._clause(clause, titles)
        return "\n".join([*self._lines.done, ""])

    def _titles(self, clauses: tuple[Clause, ...]) -> dict[str, Token]:
        """Return the titles in the order of the languages they are printed in."""
        found: dict[str, Token] = {}
        header = _language(self._normal, clauses)
        for clause in clauses:
            side = {"RULE": header, "TITLE_VI": "vi", "TITLE_EN": "en"}.get(clause.kind)
            if side is not None:
                found[side] = self._tokens(clause)[0]
        return found

    def _tokens(self, clause: Clause) -> list[Token]:
        return list(tokenise(self._normal, clause.kind, clause.body, clause.end))

    def _clause(self, clause: Clause, titles: Mapping[str, Token]) -> None:
        here, there = ("en", "vi") if self._english else ("vi", "en")
        tokens = self._tokens(clause)
        label = self._side(words.LABELS[clause.kind].text)
        shown = {}
        if clause.kind == "RULE":
            shown = {tokens[0]: titles[here].text}
        elif clause.kind in ("TITLE_VI", "TITLE_EN"):
            label, shown = there, {tokens[0]: titles[there].text}
        outer = clause.kind in ("RULE", "END")
        head = label if clause.kind in _NO_COLON else f"{label}:"
        lines = self._lines
        lines.indent = "" if outer else "  "
        lines.write(head)
        self._body(clause, tokens, shown, indent=" " * (len(lines.current) + 1))
        lines.indent = "" if clause.kind == "END" else "  "
        last = tokens[-1].end if tokens else self._normal.offsets[clause.body]
        self._comments(self._text[last : self._normal.offsets[clause.end]], fresh=False)
        lines.end()

    def _body(
        self, clause: Clause, tokens: list[Token], shown: Mapping[Token, str], *, indent: str
    ) -> None:
        lines = self._lines
        lines.indent = indent
        if not tokens:
            return
        self._gap(self._normal.offsets[clause.body], tokens[0].start, breaks=False)
        if clause.kind in ("MESSAGE", "HELP"):
            tokens = self._own_language_first(tokens)
        previous, depth = None, 0
        placed = slots(tokens, self._line)
        for token in self._kept(clause.kind, tokens, placed):
            slot = placed.get(token.start, _NO_SLOT)
            if previous is not None:
                breaks = token.kind not in ("EN", "VI") and not slot.joined
                self._gap(previous.end, token.start, breaks=breaks)
                if slot.row is not None or self._starts_line(clause.kind, token):
                    lines.end()
            lines.indent = indent + "  " * (depth if slot.row is None else slot.row)
            text = shown.get(token) or self._word(token, previous)
            tight = previous is not None and _tight(previous, token)
            lines.write(text, tight=tight, pad=slot.pad)
            previous, depth = token, slot.behind(depth)

    @staticmethod
    def _starts_line(kind: str, token: Token) -> bool:
        return token.kind in ("EN", "VI") or (kind == "LET" and token.kind == "BINDS")

    def _own_language_first(self, tokens: list[Token]) -> list[Token]:
        first = "EN" if self._english else "VI"
        between = "".join(self._text[a.end : b.start] for a, b in pairwise(tokens))
        if tokens[0].kind == first or "#" in between:
            return tokens
        return tokens[2:] + tokens[:2]

    def _kept(self, kind: str, tokens: list[Token], placed: Mapping[int, Slot]) -> Iterable[Token]:
        """Yield the tokens to print: a noun of several words once, no `;` between names."""
        spans: dict[int, int] = dict(self._known.keys())
        inside = range(0)
        for token in tokens:
            between_names = kind == "LET" and token.kind == "SEMI" and token.start not in placed
            if token.start in inside or between_names:
                continue
            end = spans.get(token.start, token.end)
            inside = range(token.start, end)
            yield Token(token.kind, token.text, token.start, end)

    def _gap(self, start: int, end: int, *, breaks: bool) -> None:
        """Write what stands between two tokens: comments, and a line break where one was."""
        if start > end:
            return
        between = self._text[start:end]
        self._comments(between, fresh=False)
        if breaks and "\n" in between:
            self._lines.end()

    def _comments(self, text: str, *, fresh: bool) -> None:
        offset = 0
        for match in _COMMENT.finditer(text):
            own_line = fresh or "\n" in text[offset : match.start()]
            self._lines.comment(match[0].rstrip(), own_line=own_line)
            offset = match.end()

    def _side(self, text: Text) -> str:
        return text.en if self._english else text.vi

    def _word(self, token: Token, previous: Token | None) -> str:
        known = self._known.get((token.start, token.end))
        if known is not None:
            return self._side(known)
        if token.kind in _KEYWORDS:
            return self._side(_KEYWORDS[token.kind].text)
        if token.kind in SYMBOLS:
            return SYMBOLS[token.kind]
        if token.kind == "TEXT":
            return self._message(token, previous)
        return self._literal(token)

    def _literal(self, token: Token) -> str:
        if token.kind == "MONEY" and (money := parse_money(token.text)) is not None:
            return self._side(money.text())
        if token.kind == "TIME" and (time := parse_time_limit(token.text)) is not None:
            return self._side(time.text())
        if token.kind == "RATE":
            for vi, en in _RATES:
                if token.text.startswith((vi, en)):
                    number = token.text.rpartition(" ")[2]
                    number = number.replace(",", ".") if self._english else number.replace(".", ",")
                    return f"{en if self._english else vi} {number}"
        return token.text

    def _message(self, token: Token, previous: Token | None) -> str:
        """Print a text; of a message, the placeholders in the words of its language."""
        if previous is None or previous.kind not in ("VI", "EN"):
            return token.text
        original = normalise(self._text[token.start : token.end], token.start)
        inner = _Printer(
            Source("", self._text), self._normal, self._known, english=previous.kind == "EN"
        )
        return _PLACEHOLDER.sub(
            lambda match: match[0] if match[1] is None else inner.placeholder(match, original),
            original.text,
        )

    def placeholder(self, match: re.Match[str], original: Normal) -> str:
        """Return one placeholder, printed as an expression."""
        start, end = original.offsets[match.start(1)], original.offsets[match.end(1)]
        part = normalise(self._text[start:end], start)
        return f"{{{self._line(list(tokenise(part, 'CONDITION', 0, len(part.text))))}}}"

    def _line(self, tokens: Sequence[Token]) -> str:
        """Return tokens printed on one line."""
        lines = _Lines()
        for before, token in pairwise([None, *tokens]):
            if token is not None:
                tight = before is not None and _tight(before, token)
                lines.write(self._word(token, before), tight=tight)
        return lines.current


def _tight(previous: Token, token: Token) -> bool:
    if previous.kind in _TIGHT_AFTER or token.kind in _TIGHT_BEFORE:
        return True
    return token.kind == "LPAR" and previous.kind in _CALLED
