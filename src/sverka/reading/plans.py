"""Plans and hypotheses: «намерены довести», «к 2030 году вырастет», «если сохранится», «мог бы»."""

import re
from datetime import date

from sverka.claims.period import Period
from sverka.claims.vocabulary import Modality
from sverka.reading.context import clause_span
from sverka.reading.document import Sentence
from sverka.reading.quantities import Amount

_PLAN = re.compile(
    r"(?<!\w)(?:намер\w+|планир\w+|запланир\w+|план(?:|а|у|ом|е|ы|ов|ам)|рассчитыва\w+|должн\w+|"
    r"ожида\w+|прогноз\w*|предполага\w+|собира\w+тся|"
    r"обеща\w+|хот(?:ят|ит|ел|ели)|ориентир\w*|цел(?:ь|и|ью)|предсто\w+|довести|надеются|"
    r"надеется|готов\w* довести|стрем\w+|"
    r"поставил\w* задачу|задач[аиу]|обязал\w*|рассчитан\w*|условил\w+|сговорил\w+|поднять|"
    r"нарастить|удвоить|утроить|увеличить|сократить|снизить|вывести на|будет|будут|по прогнозам|"
    r"перспектив\w+)(?!\w)"
)
_IF = re.compile(r"(?<!\w)(?:если|бы|могл[аио]\w*|может|могут|мог|способн\w+|вероятно|возможно|гипотетическ\w+)(?!\w)")
#: «твердят о ста миллиардах», «мечтают о 20 млрд»: talked of, not reached.
_SPOKEN = re.compile(r"(?<!\w)(?:говор\w+|твер[дж]\w+|мечта\w+|реч[ьи]|толк\w+|дума\w+|обещан\w+)(?!\w)")
_PAST = re.compile(r"(?<!\w)\w+(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\w)")


#: «отказался предоставить кредит в размере …»: what was not done.
_REFUSED = re.compile(r"(?<!\w)отказ(?!ник)\w*(?: [^\W\d_]+){0,6}? [^\W\d_]+(?:ть|ти|чь)(?:ся)? [^,;:]*$")
_CONDITION = re.compile(r"(?<!\w)(?:если|в случае|при условии|при \w+ (?:сценарии|варианте|раскладе))(?!\w)")


def _led(sentence: Sentence, first: int, stop: int) -> tuple[int, int]:
    """The clause of an amount, from where it takes its verb: «приведёт к потерям (…, Германия – 1,1 %)»."""
    tokens = sentence.tokens
    for _ in range(6):
        verbs = [t for t in tokens[first:stop] if t.pos in ("VERB", "AUX") and t.feats.get("VerbForm") != "Part"]
        opened = sum(t.text == "(" for t in tokens[:stop]) > sum(t.text == ")" for t in tokens[:first])
        takes = tokens[first].lemma in _TAKES or tokens[first].text.lower().startswith(_EMBRACES)
        if verbs or first < 2 or not (opened or takes):
            break
        first = clause_span(sentence, first - 2)[0]
    return first, stop


_TAKES = frozenset({"включать", "охватывать", "объединять", "насчитывать"})
_EMBRACES = ("включающ", "охватывающ", "объединяющ", "насчитывающ")


def modality_at(
    text: str, sentence: Sentence, amount: Amount, period: Period | None, published: date | None
) -> Modality:
    """asserted, planned or hypothetical, from the words and verb forms of the amount's clause and from its date."""
    token = sentence.index_at(amount.core[0])
    first, stop = _led(sentence, *clause_span(sentence, token))
    low, high = sentence.tokens[first].start - sentence.start, sentence.tokens[stop - 1].end - sentence.start
    quoted = text.rfind("«", low, max(low, amount.start - sentence.start))
    low = quoted + 1 if quoted > 0 and text[quoted - 1] in ".!?" else low  # «…санкции.«В вывозе»: a sentence begins
    clause = text[low:high]
    if _REFUSED.search(text[low : amount.start - sentence.start]):
        return "denied"
    future = any(
        t.feats.get("Tense") == "Fut" or (t.pos == "VERB" and t.feats.get("Mood") == "Cnd")
        for t in sentence.tokens[first:stop]
    )
    ahead = period is not None and period.begins_after(published)
    if _IF.search(clause) or (amount.preposition in ("о", "об") and _SPOKEN.search(clause)):
        return "hypothetical"
    if (future or " бы " in clause) and _CONDITION.search(text[:high]):
        return "hypothetical"
    managed = re.search(r"(?<!\w)(?:удал\w+|смог\w*|сумел\w*|позволил\w*|помог\w*)(?!\w)", clause) is not None
    if (_PLAN.search(clause) and not managed) or future or ahead:
        return "planned"
    if not _PAST.search(clause) and _PLAN.search(text[max(0, low - 80) : low]):
        return "planned"
    return "asserted"
