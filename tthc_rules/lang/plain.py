"""A rule in plain sentences (diễn giải), made from its meaning, in both languages.

What stands in a message is the author's; what stands here cannot say anything but what the
rule does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from tthc_rules.diagnostics import Severity
from tthc_rules.lang import runtime
from tthc_rules.lang.cells import condition_of
from tthc_rules.lang.compiler import CheckedRule
from tthc_rules.lang.syntax import Fold, Quantifier, Sign
from tthc_rules.lang.typed import (
    Aggregate,
    Apply,
    Arithmetic,
    Compare,
    Constant,
    Get,
    Has,
    Junction,
    Listing,
    Loop,
    Member,
    NoNorm,
    Not,
    Quantified,
    Table,
    Term,
    Variable,
)
from tthc_rules.lang.vocabulary import BOOLEAN, DATE, TIME_LIMIT, Vocabulary
from tthc_rules.lang.words import SEVERITY
from tthc_rules.lang.written import cited
from tthc_rules.model.conditions import Comparison
from tthc_rules.model.text import Text
from tthc_rules.model.validity import ALWAYS, Validity

_EQUAL = {
    Comparison.EQ: Text("là", "is"),
    Comparison.NE: Text("không phải là", "is not"),
    Comparison.LE: Text("không quá", "is at most"),
    Comparison.GE: Text("ít nhất là", "is at least"),
}
_AMOUNTS = {
    **_EQUAL,
    Comparison.LT: Text("nhỏ hơn", "is less than"),
    Comparison.GT: Text("lớn hơn", "is more than"),
}
_TIMES = {
    **_EQUAL,
    Comparison.LT: Text("ngắn hơn", "is shorter than"),
    Comparison.GT: Text("dài hơn", "is longer than"),
}
_DATES = {
    **_EQUAL,
    Comparison.LT: Text("trước", "is before"),
    Comparison.LE: Text("không sau", "is not after"),
    Comparison.GT: Text("sau", "is after"),
    Comparison.GE: Text("không trước", "is not before"),
}
_TRUE_FIELD = Text("{0} {1}", "“{1}” holds for {0}")
_FALSE_FIELD = Text("không đúng rằng {0} {1}", "“{1}” does not hold for {0}")
_TRUE = Text("{0} là đúng", "{0} is true")
_FALSE = Text("{0} là sai", "{0} is false")
_SIGNS = {
    Sign.PLUS: Text("cộng", "plus"),
    Sign.MINUS: Text("trừ", "minus"),
    Sign.TIMES: Text("nhân", "times"),
}
_FOLDS = {
    Fold.SUM: Text("tổng của", "the sum of"),
    Fold.COUNT: Text("số lượng", "the number of"),
    Fold.SMALLEST: Text("giá trị nhỏ nhất của", "the smallest of"),
    Fold.LARGEST: Text("giá trị lớn nhất của", "the largest of"),
}


def plain(checked: CheckedRule, vocabulary: Vocabulary) -> tuple[Text, ...]:
    """Return what a rule does, a sentence each.

    Args:
        checked: The rule.
        vocabulary: The words it was checked against.
    """
    sides = [
        tuple(_Reader(checked, vocabulary, english=english).sentences())
        for english in (False, True)
    ]
    return tuple(Text(vi, en) for vi, en in zip(*sides, strict=True))


def phrase(term: Term, checked: CheckedRule, vocabulary: Vocabulary) -> Text:
    """Return how one term of a rule reads: a condition as a claim, a value as a noun.

    Args:
        term: A part of the rule.
        checked: The rule.
        vocabulary: The words it was checked against.
    """
    vi, en = (
        reader.said(term)
        for reader in (
            _Reader(checked, vocabulary, english=False),
            _Reader(checked, vocabulary, english=True),
        )
    )
    return Text(vi, en)


class _Reader:
    """Reads one rule aloud in one language."""

    def __init__(self, checked: CheckedRule, vocabulary: Vocabulary, *, english: bool) -> None:
        self._checked = checked
        self._vocabulary = vocabulary
        self._english = english

    def said(self, term: Term) -> str:
        """Return a condition as a claim, any other term as a noun."""
        return self._claim(term) if term.type == BOOLEAN else self._noun(term)

    def sentences(self) -> Iterator[str]:
        rule, head = self._checked.rule, self._checked.head
        yield self._say("Xét {0}.", "Judges {0}.", ", ".join(self._loop(x) for x in rule.loops))
        for let in rule.lets:
            value = self._noun(let.value)
            yield self._say("Gọi {0} là {1}.", "Let {0} be {1}.", let.variable.word, value)
        if rule.when is not None:
            yield self._say("Chỉ xét khi {0}.", "Applies only when {0}.", self._claim(rule.when))
        for exempt in rule.exempts:
            claim, citation = self._claim(exempt.condition), self._side(cited(exempt.citation))
            vi, en = "Không xét khi {0}, theo {1}.", "Does not apply when {0}, under {1}."
            yield self._say(vi, en, claim, citation)
        yield self._say("Phải bảo đảm {0}.", "It must hold that {0}.", self._claim(rule.require))
        yield self._say("Nếu không: {0}.", "Otherwise: {0}.", self._severity(head.severity))
        yield self._say("Căn cứ: {0}.", "Basis: {0}.", self._basis())
        if head.silences:
            yield self._say("Thay cho: {0}.", "Silences: {0}.", ", ".join(head.silences))
        periods = "; ".join(self._period(period) for period in head.periods)
        yield self._say("Hiệu lực: {0}.", "In force: {0}.", periods)

    def _say(self, vi: str, en: str, *values: str) -> str:
        return (en if self._english else vi).format(*values)

    def _side(self, text: Text) -> str:
        return text.en if self._english else text.vi

    def _word(self, text: Text) -> str:
        return self._side(text).replace("_", " ")

    def _loop(self, loop: Loop) -> str:
        name = loop.variable.word
        if loop.base is None:
            noun = next(
                collection.noun
                for collection in self._vocabulary.collections
                if collection.name == self._checked.rule.collection
            )
            return self._say("mỗi {0} ({1})", "each {0} ({1})", self._side(noun), name)
        of = loop.base.word
        for field in loop.keys:
            word = self._word(field.word).removeprefix("các ")
            of = self._say("{0} của {1}", "the {0} of {1}", word, of)
        return self._say("mỗi {0} ({1})", "each of {0} ({1})", of, name)

    def _severity(self, severity: Severity) -> str:
        return self._side(SEVERITY[severity.name].text)

    def _basis(self) -> str:
        head = self._checked.head
        grounds = [self._side(cited(citation)) for citation in head.citations]
        if head.convention:
            grounds.append(self._say("quy ước kỹ thuật", "technical convention"))
        return "; ".join(grounds)

    def _period(self, period: Validity) -> str:
        if period == ALWAYS:
            return self._say("luôn", "always")
        parts = []
        for day, vi, en in (
            (period.start, "từ {0}", "from {0}"),
            (period.end, "đến trước {0}", "until before {0}"),
        ):
            if day is not None:
                parts.append(self._say(vi, en, self._side(runtime.shown(day, None))))
        return " ".join(parts)

    # Values

    def _noun(self, term: Term) -> str:
        method = cast(
            "Callable[[Term], str] | None",
            getattr(self, f"_noun_{type(term).__name__.lower()}", None),
        )
        return self._claim(term) if method is None else method(term)

    def _noun_constant(self, term: Constant) -> str:
        if term.shown is not None:
            return f"“{self._side(term.shown.text)}”"
        if isinstance(term.value, str):
            return f"“{term.value}”"
        return self._side(runtime.shown(term.value, None))

    def _noun_variable(self, term: Variable) -> str:
        if term.identity == "day":
            return self._say("ngày xét", "the day of judgement")
        return term.word

    def _noun_get(self, term: Get) -> str:
        base = self._noun(term.base)
        if term.place == term.base.place:
            return base
        return self._say("{0} của {1}", "the {0} of {1}", self._word(term.field.word), base)

    def _noun_apply(self, term: Apply) -> str:
        arguments = ", ".join(self._noun(argument) for argument in term.arguments)
        return f"{self._word(term.function.word)} ({arguments})"

    def _noun_listing(self, term: Listing) -> str:
        return ", ".join(self._noun(item) for item in term.items)

    def _noun_arithmetic(self, term: Arithmetic) -> str:
        sides = [
            f"({self._noun(side)})" if isinstance(side, Arithmetic) else self._noun(side)
            for side in (term.left, term.right)
        ]
        return f"{sides[0]} {self._side(_SIGNS[term.sign])} {sides[1]}"

    def _noun_aggregate(self, term: Aggregate) -> str:
        fold, item = self._side(_FOLDS[term.fold]), self._noun(term.item)
        if term.variable is None or term.source is None:
            return f"{fold} {item}"
        source = self._noun(term.source)
        vi, en = "{0} {1} với mọi {2} trong {3}", "{0} {1} for every {2} in {3}"
        text = self._say(vi, en, fold, item, term.variable.word, source)
        if term.such_that is None:
            return text
        return self._say("{0} mà {1}", "{0} such that {1}", text, self._claim(term.such_that))

    def _noun_table(self, term: Table) -> str:
        rows: list[str] = []
        for cells, result in zip(term.cells, term.results, strict=True):
            asked = [
                self._part(condition)
                for column, cell in zip(term.columns, cells, strict=True)
                if (condition := condition_of(column, cell, self._vocabulary)) is not None
            ]
            vi, en = "{0} khi {1}", "{0} when {1}"
            if not asked and rows:
                vi, en = "{0} trong mọi trường hợp còn lại", "{0} in every other case"
            elif not asked:
                vi, en = "{0} trong mọi trường hợp", "{0} in every case"
            claim = self._say(" và ", " and ").join(asked)
            rows.append(self._say(vi, en, self._noun(result), claim))
        text = "; ".join(rows)
        return self._say("giá trị tra bảng ({0})", "the value of the table ({0})", text)

    # Conditions

    def _claim(self, term: Term) -> str:
        method = cast(
            "Callable[[Term], str] | None",
            getattr(self, f"_claim_{type(term).__name__.lower()}", None),
        )
        if method is not None:
            return method(term)
        return self._state(term, _TRUE_FIELD, _TRUE)

    def _state(self, term: Term, field: Text, other: Text) -> str:
        """Say of a true-or-false field what it is called, of another term that it holds."""
        if isinstance(term, Get):
            return self._side(field).format(self._noun(term.base), self._word(term.field.word))
        return self._side(other).format(self._noun(term))

    def _claim_constant(self, term: Constant) -> str:
        if term.value is True:
            return self._say("luôn đúng", "always")
        return self._say("không bao giờ", "never")

    def _claim_not(self, term: Not) -> str:
        if isinstance(term.part, Has):
            return self._possession(term.part, "{0} không ghi {1}", "{0} states no {1}")
        if isinstance(term.part, NoNorm):
            vi, en = "pháp luật có quy định {0}", "the law sets {0}"
            return self._say(vi, en, self._noun(term.part.part))
        if isinstance(term.part, Get | Variable | Apply):
            return self._state(term.part, _FALSE_FIELD, _FALSE)
        return self._say("không đúng rằng ({0})", "it is not so that ({0})", self._claim(term.part))

    def _claim_has(self, term: Has) -> str:
        return self._possession(term, "{0} có ghi {1}", "{0} states its {1}")

    def _possession(self, term: Has, vi: str, en: str) -> str:
        return self._say(vi, en, self._noun(term.base), self._word(term.field.word))

    def _claim_junction(self, term: Junction) -> str:
        joiner = self._say(" và ", " and ") if term.conjunctive else self._say(" hoặc ", " or ")
        return joiner.join(self._part(part) for part in term.parts)

    def _part(self, part: Term) -> str:
        """Return a claim that is joined to others."""
        claim = self._claim(part)
        return f"({claim})" if isinstance(part, Junction | Quantified) else claim

    def _claim_compare(self, term: Compare) -> str:
        names = _AMOUNTS
        if term.left.type in (TIME_LIMIT, DATE):
            names = _TIMES if term.left.type == TIME_LIMIT else _DATES
        verb = self._side(names[term.comparison])
        return f"{self._noun(term.left)} {verb} {self._noun(term.right)}"

    def _claim_member(self, term: Member) -> str:
        vi, en = (
            ("{0} không thuộc {1}", "{0} is none of {1}")
            if term.negated
            else (
                "{0} thuộc {1}",
                "{0} is one of {1}",
            )
        )
        return self._say(vi, en, self._noun(term.item), self._noun(term.source))

    def _claim_nonorm(self, term: NoNorm) -> str:
        vi, en = "pháp luật không quy định {0}", "the law does not set {0}"
        return self._say(vi, en, self._noun(term.part))

    def _claim_quantified(self, term: Quantified) -> str:
        name, source = term.variable.word, self._noun(term.source)
        if term.quantifier is Quantifier.EVERY:
            return self._every(term, name, source)
        asked = [part for part in (term.such_that, term.body) if part is not None]
        both = self._say(" và ", " and ").join(
            f"({self._claim(part)})" if len(asked) > 1 else self._claim(part) for part in asked
        )
        vi, en = "có ít nhất một {0} trong {1} mà {2}", "there is a {0} in {1} such that {2}"
        if term.quantifier is Quantifier.NO:
            vi, en = "không có {0} nào trong {1} mà {2}", "there is no {0} in {1} such that {2}"
        return self._say(vi, en, name, source, both)

    def _every(self, term: Quantified, name: str, source: str) -> str:
        body = "" if term.body is None else self._claim(term.body)
        if term.such_that is None:
            vi, en = "với mọi {0} trong {1}: {2}", "for every {0} in {1}: {2}"
            return self._say(vi, en, name, source, body)
        vi, en = "với mọi {0} trong {1} mà {2}: {3}", "for every {0} in {1} such that {2}: {3}"
        return self._say(vi, en, name, source, self._claim(term.such_that), body)
