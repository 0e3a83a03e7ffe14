"""The parts of a folded form that a table may know in its stead, by the word forms of a language.

What inflection and compounding do is data: the endings, joints and dropped letters of the section
`word_forms` of a language.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from corpus.languages.news_tables import word_forms
from corpus.languages.vocabulary import HEAD, INFLECTED, LONGEST_FORM, MODIFIER


@lru_cache(maxsize=32)
def _endings(code: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    forms = word_forms(code)
    endings = tuple(sorted(set(forms.endings), key=lambda ending: (len(ending), ending)))
    return endings, forms.joints, forms.dropped


def bases(form: str, code: str) -> Iterator[str]:
    """Yield what a form may be an inflection of, the longest first; not the form itself.

    English "accused" gives "accuse", "accus", "accuse" again from the dropped letter.
    """
    endings, _, dropped = _endings(code)
    for ending in endings:
        base = form[: -len(ending)]
        if len(base) >= INFLECTED and form.endswith(ending):
            yield base
            yield from (base + letter for letter in dropped)


def compound(form: str, code: str, known: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the two parts of a compound that are known, the longest head first, or None.

    "gummikuler" gives "gummi" and "kuler"; the first part may lose a joint, "fylkes" of
    "fylkesvei". Languages without joints have no compounds.
    """
    joints = _endings(code)[1]
    if not joints or len(form) > LONGEST_FORM:
        return None
    for cut in range(MODIFIER, len(form) - HEAD + 1):
        head, first = form[cut:], form[:cut]
        if not known(head):
            continue
        for part in (first, *(first.removesuffix(j) for j in joints if first.endswith(j))):
            if len(part) >= MODIFIER and known(part):
                return part, head
    return None
