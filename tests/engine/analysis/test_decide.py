"""The decision procedures against trying every value."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings

from tests.strategies.analysis import NUMBERS, TRUTHS, WORDS, Values, all_values, formulas, holds
from tthc_rules.engine.analysis import built_in
from tthc_rules.engine.analysis.deciding import first_that_decides, procedures
from tthc_rules.engine.analysis.differences import solution
from tthc_rules.engine.analysis.formulas import (
    Below,
    Formula,
    Same,
    Sort,
    Sum,
    Unknown,
    at_most,
    every,
    negation,
)
from tthc_rules.engine.analysis.model import Construct, Decide, Model, OutOfFragmentError

ALL_VALUES = tuple(all_values())


def _completed(model: Model) -> Values:
    return Values(
        {unknown: model.truths.get(unknown, False) for unknown in TRUTHS},
        {unknown: model.words.get(unknown, "a") for unknown in WORDS},
        {unknown: model.numbers.get(unknown, Fraction(0)) for unknown in NUMBERS},
    )


@pytest.mark.parametrize("decide", procedures())
@settings(max_examples=150, deadline=None)
@given(formula=formulas())
def test_a_formula_has_a_model_exactly_where_some_values_satisfy_it(
    decide: Decide, formula: Formula
) -> None:
    """A model satisfies the formula; without one no values do."""
    model = decide(formula)
    if model is None:
        assert not any(holds(formula, values) for values in ALL_VALUES)
    else:
        assert holds(formula, _completed(model))


@settings(max_examples=100, deadline=None)
@given(formula=formulas())
def test_a_formula_and_its_negation_never_agree(formula: Formula) -> None:
    """Negation is exact: it is what proofs by refutation rest on."""
    other = negation(formula)
    assert all(holds(formula, values) is not holds(other, values) for values in ALL_VALUES)


def _held(unknown: Unknown) -> Sum:
    return Sum(((unknown, Fraction(1)),))


@pytest.mark.parametrize("decide", procedures())
def test_three_words_of_two_values_are_not_all_different(decide: Decide) -> None:
    words = [Unknown((name,), Sort.WORD, ("a", "b")) for name in "xyz"]
    pairs = [(words[0], words[1]), (words[1], words[2]), (words[0], words[2])]
    assert decide(every(Same(one, other, holds=False) for one, other in pairs)) is None


@pytest.mark.parametrize("decide", procedures())
def test_free_texts_can_all_be_different(decide: Decide) -> None:
    words = [Unknown((name,), Sort.WORD) for name in "xyz"]
    pairs = [(words[0], words[1]), (words[1], words[2]), (words[0], words[2])]
    assert decide(every(Same(one, other, holds=False) for one, other in pairs)) is not None


@pytest.mark.parametrize("decide", procedures())
def test_no_whole_number_lies_between_two_and_three(decide: Decide) -> None:
    number = _held(Unknown(("n",), Sort.WHOLE))
    two, three = Sum(constant=Fraction(2)), Sum(constant=Fraction(3))
    between = every((at_most(two, number, strict=True), at_most(number, three, strict=True)))
    assert decide(between) is None


@pytest.mark.parametrize("decide", procedures())
def test_an_exact_number_lies_between_two_and_three(decide: Decide) -> None:
    unknown = Unknown(("n",), Sort.EXACT)
    two, three = Sum(constant=Fraction(2)), Sum(constant=Fraction(3))
    between = every(
        (at_most(two, _held(unknown), strict=True), at_most(_held(unknown), three, strict=True))
    )
    model = decide(between)
    assert model is not None
    assert 2 < model.numbers[unknown] < 3


def test_a_circle_of_strict_differences_has_no_solution() -> None:
    one, other = (Unknown((name,), Sort.EXACT) for name in "xy")
    circle = (
        at_most(_held(one), _held(other)),
        at_most(_held(other), _held(one), strict=True),
    )
    assert solution(part for part in circle if isinstance(part, Below)) is None


def test_a_sum_of_three_numbers_is_out_of_the_fragment_of_the_built_in_procedure() -> None:
    names = [_held(Unknown((name,), Sort.WHOLE)) for name in "xyz"]
    total = names[0].plus(names[1]).plus(names[2])
    with pytest.raises(OutOfFragmentError) as raised:
        built_in.decide(at_most(total, Sum()))
    assert raised.value.construct is Construct.ARITHMETIC


def test_what_one_procedure_gives_up_the_next_is_asked() -> None:
    def gives_up(formula: Formula) -> Model | None:
        raise OutOfFragmentError(Construct.SIZE)

    decide = first_that_decides((gives_up, built_in.decide))
    assert decide(at_most(Sum(), _held(Unknown(("n",), Sort.WHOLE)))) is not None


def test_where_all_procedures_give_up_the_first_reason_is_told() -> None:
    def gives_up(formula: Formula) -> Model | None:
        raise OutOfFragmentError(Construct.SIZE)

    with pytest.raises(OutOfFragmentError, match="size"):
        first_that_decides((gives_up,))(at_most(Sum(), Sum()))
