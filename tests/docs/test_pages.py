"""What the pages say exists does exist: links, tests named, machines not named."""

from __future__ import annotations

import re

import pytest

from tests.docs.pages import ROOT, blocks, links, page, pages, prose

_HEADING = re.compile(r"(?m)^#{1,6} (.+)$")
_PROOF = re.compile(r"\[`(test_\w+)`\]\(([^)#]+)\)")
_MACHINE = re.compile(r"(?<![\w.-])/(?:work|tmp|root|home)/|localhost|127\.0\.0\.1")


def anchor(heading: str) -> str:
    """Return the anchor that a heading gets: lower case, hyphens, no signs."""
    kept = "".join(char for char in heading.lower() if char.isalnum() or char in "-_ ")
    return kept.replace(" ", "-")


@pytest.mark.parametrize("name", pages())
def test_a_link_leads_somewhere(name: str) -> None:
    for link in links(page(name)):
        if link.startswith(("https://", "http://")):
            continue
        path, _, fragment = link.partition("#")
        target = (ROOT / name).parent / path if path else ROOT / name
        assert target.exists(), f"{name} links to {link}"
        if fragment:
            headings = _HEADING.findall(target.read_text(encoding="utf-8"))
            assert fragment in {anchor(heading) for heading in headings}, link


@pytest.mark.parametrize("name", pages())
def test_a_test_that_is_named_as_a_proof_is_there(name: str) -> None:
    for test, path in _PROOF.findall(prose(page(name))):
        source = ((ROOT / name).parent / path).read_text(encoding="utf-8")
        assert f"def {test}(" in source, f"{name} names {test}"


@pytest.mark.parametrize("name", pages())
def test_a_page_names_no_machine(name: str) -> None:
    assert not _MACHINE.search(page(name))


def test_both_front_pages_promise_and_prove_the_same() -> None:
    english, vietnamese = page("README.md"), page("README.vi.md")
    assert _PROOF.findall(english) == _PROOF.findall(vietnamese)
    assert len(set(_PROOF.findall(english))) >= 6
    shown = [[block.language for block in blocks(text)] for text in (english, vietnamese)]
    assert shown[0] == shown[1]
    headings = [len(_HEADING.findall(text)) for text in (english, vietnamese)]
    assert headings[0] == headings[1]
