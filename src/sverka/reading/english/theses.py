"""Judgements and forecasts in English: how things must be, with nothing that a fact-checker could look up."""

import re

from sverka.claims.mention import Mention
from sverka.claims.proposition import Thesis
from sverka.claims.vocabulary import Form
from sverka.reading.english.coded import Coded
from sverka.reading.english.story import Story, mention

_FORMS: tuple[tuple[Form, re.Pattern[str]], ...] = (
    (
        "irreplaceable",
        re.compile(
            r"\b(?:without (?:its|the|this|that|<)[^,;]{0,60}\b(?:no|cannot|will not|would not|"
            r"nothing|never)\b|cannot (?:do|live|survive|exist) without|irreplaceable|indispensable|"
            r"no (?:substitute|alternative|replacement))"
        ),
    ),
    (
        "inevitable",
        re.compile(
            r"\b(?:sooner or later|inevitabl[ey]|is bound to|are bound to|is doomed|are doomed|only a "
            r"(?:matter|question) of time|is destined|cannot last|will not last|none of (?:this|it) "
            r"will|no \w+ (?:will|can) (?:ever )?)"
        ),
    ),
    (
        "causes",
        re.compile(
            r"\b(?:will (?:force|lead to|cause|bring about|drive|push|make|end in|produce|trigger)|"
            r"leads to|because of (?:this|it)|thanks to (?:this|it)|is to blame for|the price of)\b"
        ),
    ),
    (
        "closeness",
        re.compile(
            r"\b(?:closest ally|closer than ever|natural (?:ally|allies|partners?)|brotherly|closest "
            r"friend|friend indeed|never been closer|family of nations)\b"
        ),
    ),
    (
        "failure",
        re.compile(
            r"\b(?:has failed|have failed|is a failure|dead letter|paper tiger|talking shop|toothless|"
            r"cannot (?:agree|deliver|work|succeed|compete|cope)|will fail|going nowhere|a flop|in "
            r"vain|hollow|lost cause)\b"
        ),
    ),
    (
        "success",
        re.compile(
            r"\b(?:has succeeded|is a success|success story|a triumph|has paid off|will prevail|will "
            r"win|will prosper|will flourish|has worked)\b"
        ),
    ),
    (
        "other",
        re.compile(
            r"\b(?:will|must|cannot|should|ought to|can only|needs? to|deserves?|never again|no "
            r"longer (?:matters?|counts?)|matters more than|is worth more than|have to|has to)\b"
        ),
    ),
)
_QUESTION = re.compile(r"\?\W*$")
_FACTS = re.compile(r"<A\d+>|<P\d+>")


def thesis(line: Coded, story: Story) -> Mention | None:
    """The thesis of a sentence from which nothing else was read; None where it is no judgement."""
    text = line.text.strip()
    if _QUESTION.search(text) or _FACTS.search(text) or len(text) < 12 or text.count(" ") < 3 or text.startswith('"'):
        return None
    about = [i for i in line.ids(text) if len(i) == 3 or i.isalnum()]
    for form, pattern in _FORMS:
        found = pattern.search(text)
        if found is None:
            continue
        if form == "other" and re.search(
            r"\b(?:said|says|met|visited|signed|told|announced|reported|planned?s?)\b", text
        ):
            return None
        ids = about or [i for i in (story.home or story.organization or story.body,) if i]
        if not ids:
            return None
        start = len(line.text) - len(line.text.lstrip())
        # a forecast cannot be looked up, and neither can a judgement
        future = re.search(r"\b(?:will|shall|sooner or later|bound to|going to)\b", text) is not None
        return mention(
            line,
            start,
            len(line.text),
            Thesis(form=form, about=tuple(ids[:5])),
            0.6,
            "planned" if future else "asserted",
        )
    return None
