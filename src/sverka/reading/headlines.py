"""Headlines: they carry no date; what they tell is of the time that the first sentence under them tells of."""

from sverka.claims.period import Period
from sverka.reading.bundle import Analysis
from sverka.reading.document import Sentence
from sverka.reading.figures import walk

_ENDS = ".!?…"


def is_headline(analysis: Analysis, sentence: Sentence) -> bool:
    """Whether a sentence is the first line of a text, alone on its line and without a full stop."""
    document = analysis.document
    if len(document.sentences) < 2 or sentence is not document.sentences[0]:
        return False
    between = document.text[sentence.end : document.sentences[1].start]
    return "\n" in between and document.text[sentence.end - 1] not in _ENDS


def of_lead(analysis: Analysis, sentence: Sentence) -> Period | None:
    """The year or months the first sentence under a headline tells of by its own date; None where there is none."""
    if not is_headline(analysis, sentence):
        return None
    lead = analysis.document.sentences[1]
    told = next((step.topic.period for step in walk(analysis) if step.scene.sentence is lead), None)
    dated = {str(d.period) for d in analysis.dates_in(lead) if d.period is not None}
    if told is None or not dated or (told.first is not None and told.first.day is not None):
        return None
    return told
