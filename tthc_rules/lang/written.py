"""How a term is written in each language (cách viết): the words of paths and names."""

from __future__ import annotations

from tthc_rules.lang.syntax import Citation
from tthc_rules.lang.typed import Apply, Get, Has, Term, Variable
from tthc_rules.model.text import Text


def written(term: Term) -> Text:
    """Return a path or call as it is written in Vietnamese and in English, shortened."""
    if isinstance(term, Get | Has):
        base, word = written(term.base), term.field.word
        return Text(f"{base.vi}.{word.vi}", f"{base.en}.{word.en}")
    if isinstance(term, Apply):
        word = term.function.word
        return Text(f"{word.vi}(…)", f"{word.en}(…)")
    if isinstance(term, Variable):
        return Text(term.word, term.word)
    return Text("…", "…")


def cited(citation: Citation) -> Text:
    """Return a citation as people write it: `điểm b khoản 1 Điều 15 224/2026/NĐ-CP`."""
    parts = (
        ("điểm", "point", citation.point),
        ("khoản", "clause", citation.clause),
        ("Điều", "Article", citation.article),
    )
    vi = [f"{word} {number}" for word, _, number in parts if number]
    en = [f"{word} {number}" for _, word, number in parts if number]
    vi.append(citation.number)
    en.append(citation.number)
    if citation.issuer:
        vi.append(f"của {citation.issuer}")
        en.append(f"of {citation.issuer}")
    return Text(" ".join(vi), " ".join(en))
