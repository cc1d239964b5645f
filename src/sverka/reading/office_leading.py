"""Offices told by heading something: «возглавляет правительство», «руководил Роспотребнадзором», «кабинет Ренци»."""

from collections.abc import Iterator, Sequence

from sverka.reading.document import Name, Sentence, Token
from sverka.reading.holders import agreeing, recorded_terms
from sverka.reading.inflection import genitive, nominative
from sverka.reading.morphology import plain_letters
from sverka.reading.tenure import Tenure, modality_of, subject_of
from sverka.reading.title_cases import cases_of
from sverka.reading.title_owners import COUNTRY
from sverka.reading.title_words import of_a_state
from sverka.reading.wordlists import words

LEADING = words("возглавить возглавлять руководить управлять")
_GOVERNMENT = frozenset({"правительство", "кабинет", "кабмин", "совмин"})
#: Common nouns for bodies that can be headed; others («борьба», «процесс») are led in another sense.
_LED = _GOVERNMENT | words(
    """государство страна республика мид минобороны министерство ведомство партия движение фракция делегация
    комитет комиссия совет служба агентство палата парламент сенат дума администрация департамент управление
    фонд банк организация союз секретариат штаб генштаб миссия посольство представительство прокуратура суд
    компания корпорация концерн университет институт центр ассоциация область край регион город район блок
    альянс исполком аппарат содружество сообщество объединение"""
)
_UNDER = words("руководство председательство начало управление")
_HEADED = ("возглавляем", "возглавленн", "руководим", "сформированн")
_STAFF = words("секретариат аппарат исполком штаб")
_DIPLOMACY, _STATE = words("дипломатия дипведомство"), words("государство страна республика")


def leading(
    sentence: Sentence, i: int, persons: Sequence[Name], sole: Name | None, names: Sequence[Name]
) -> Iterator[Tenure]:
    """«возглавляет правительство», «руководил Роспотребнадзором», «кабинет, который возглавляет Павел Филип»."""
    tokens = sentence.tokens
    wanted = "Ins" if tokens[i].lemma in ("руководить", "управлять") else "Acc"
    which = next((j for j in range(i - 1, max(-1, i - 4), -1) if tokens[j].lemma == "который"), None)
    who = subject_of(sentence, i, persons, sole) or _following(tokens, i, persons)
    if who is None:
        return
    name, near = who
    states = [n for n in names if n.kind == "state" and n.form != "pronoun"]
    organizations = [n for n in names if n.kind == "organization"]
    if which is not None and tokens[which].feats.get("Case") == wanted and which >= 2:
        first = next((j for j in range(which - 2, max(-1, which - 7), -1) if tokens[j].pos in ("NOUN", "PROPN")), None)
        if first is None:
            return
        after, start, end = which - 1, tokens[first].start, max(name.end, tokens[i].end)
    else:
        first = i + 1
        while first < len(tokens) and tokens[first].lemma in ("также", "тогда", "сейчас", "ныне", "временно"):
            first += 1
        after = _object(tokens, first, wanted, persons)
        start, end = tokens[i].start, tokens[after - 1].end
        if after == first and near and name.start > tokens[i].start:
            first, after = _fronted(tokens, i), i  # «Правительство возглавил Павел Филип»
            start, end = tokens[first].start, name.end
            after = first if first and tokens[first - 1].pos == "ADP" else after  # «правительство | в мае возглавил»
        ruled = any(i + 1 < len(tokens) and n.start == tokens[i + 1].start for n in states if n.form == "noun")
        if after == first and near and not ruled:  # not «советом руководит Чили»
            first, after = _opening(tokens, i, wanted, persons)
            start, end = tokens[first].start, max(name.end, tokens[i].end)
        if after == first:
            return
        if near and name.end <= start and start - name.end < 40:
            start = name.start
    owner = next((n.id for n in states if n.form == "adjective" and n.start == tokens[first].start), None)
    if owner is not None and first + 1 < after:
        first += 1  # «перуанскую делегацию»: whose it is, said by an adjective
    phrase = tokens[first:after]
    head = next((t for t in phrase if t.pos in ("NOUN", "PROPN")), None)
    owned = next((n.id for n in states if n.start == phrase[0].start and n.form in ("noun", "capital")), None)
    if head is None or (head.pos == "NOUN" and head.lemma not in _LED | _DIPLOMACY and owned is None):
        return
    word = "руководитель" if tokens[i].lemma == "руководить" else "глава"
    office = _led(head, phrase, word) if owned is None else "head_of_state"
    owner = owner or owned
    if owner is None and office.startswith("other:"):
        owner = _body_led(phrase, states, organizations)
        if any(n.id == owner and ":" not in n.id for n in organizations):
            office = f"other:{word}"  # «возглавил МВФ»: its head
    elif owner is None:
        owner = next((n.id for n in states if phrase[0].start <= n.start < phrase[-1].end), None)
    near = near and head.lemma not in _STAFF  # «возглавил аппарат»: whoever does has an office with a name of its own
    yield Tenure(start, end, name, office, owner, modality_of(tokens, i), near)


def governing(sentence: Sentence, i: int, persons: Sequence[Name], names: Sequence[Name]) -> Iterator[Tenure]:
    """«правительство Синдзо Абэ», «кабинет во главе с Маттео Ренци»: whose government it is, by who leads it."""
    tokens = sentence.tokens
    led, at, case = _led_by(tokens, i)
    name = next((n for n in persons if at < len(tokens) and n.start == tokens[at].start), None)
    room = tokens[i].lemma == "кабинет" and i > 0 and tokens[i - 1].lemma in ("в", "из", "у", "к")
    if name is None or room or tokens[i].feats.get("Number") == "Plur":
        return
    called = [t for t in tokens if name.start <= t.start < name.end]
    if not any(agreeing(t, frozenset({case})) for t in called):
        return
    ruled = tokens[i].feats.get("Case", "Nom") != "Nom" and called[0].feats.get("Case") == "Nom"
    if ruled and not led:
        return  # «глава правительства Пётр Иванов заявил»: the name is the subject
    terms = recorded_terms(name.id.removeprefix("person:"), [t.text for t in called[:-1]], None)
    if terms and not any(t.office == "head_of_government" for t in terms):
        return  # of a president: his whole administration
    owner = next((n.id for n in names if n.kind == "state" and i and n.start == tokens[i - 1].start), None)
    start = tokens[i - 1].start if owner is not None else tokens[i].start
    yield Tenure(start, name.end, name, "head_of_government", owner, "asserted", True)


def _led_by(tokens: Sequence[Token], i: int) -> tuple[bool, int, str]:
    """Whether a word says who leads a government, where his name may stand and in which case."""
    after = [t.text.lower() for t in tokens[i + 1 : i + 4]]
    if after == ["во", "главе", "с"]:
        return True, i + 4, "Ins"
    if after[:1] == ["под"] and tokens[i + 2 : i + 3] and tokens[i + 2].lemma in _UNDER:
        return True, i + 3, "Gen"
    comma = i + 1
    while comma < len(tokens) and comma < i + 4 and tokens[comma].feats.get("Case") == "Gen":
        comma += 1  # «правительство республики, возглавляемое …»
    comma += comma < len(tokens) and tokens[comma].text == ","
    if comma < len(tokens) and tokens[comma].text.lower().startswith(_HEADED):
        return True, comma + 1, "Ins"
    return False, i + 1, "Gen"


def _body_led(phrase: Sequence[Token], states: Sequence[Name], organizations: Sequence[Name]) -> str | None:
    """The state a body belongs to, or the organization itself."""
    start, end = phrase[0].start, phrase[-1].end
    recorded = next((n for n in organizations if start <= n.start < end and not n.id.startswith("org:")), None)
    if recorded is not None:
        return recorded.id
    title = nominative(phrase)
    if of_a_state(plain_letters(title)):
        return next((n.id for n in states if start <= n.start < end), None)
    return f"org:{title.strip()}"


def _object(tokens: Sequence[Token], first: int, case: str, persons: Sequence[Name]) -> int:
    """The index after the noun phrase that begins at `first`."""
    starts = {n.start for n in persons}
    at, wanted = first, case
    while at < len(tokens) and at - first < 8:
        token = tokens[at]
        joins = token.text == "и" and wanted == "Gen" and at + 1 < len(tokens) and at > first
        if joins and tokens[at + 1].feats.get("Case") == "Gen" and tokens[at + 1].start not in starts:
            at += 1
            continue
        if token.start in starts or token.pos not in ("NOUN", "PROPN", "ADJ", "DET") or wanted not in cases_of(token):
            break
        if token.pos in ("NOUN", "PROPN"):
            wanted = "Gen"
        at += 1
    if at > first and at + 1 < len(tokens) and tokens[at].lemma in ("в", "при") and tokens[at + 1].text.isupper():
        at += 2  # «делегацию в ООН»
    return at


def _fronted(tokens: Sequence[Token], i: int) -> int:
    """Where the noun phrase before a verb begins; `i` itself where there is none."""
    at = i
    while at > 0 and tokens[at - 1].pos in ("NOUN", "PROPN", "ADJ", "DET"):
        at -= 1
    return at


def _following(tokens: Sequence[Token], i: int, persons: Sequence[Name]) -> tuple[Name, bool] | None:
    """«Секретариат возглавляет | Икс»: no body heads anybody, whatever the parser takes for the subject."""
    at, starts = i + 1, {n.start for n in persons}
    while at < min(i + 4, len(tokens) - 1) and tokens[at].start not in starts and _nominative(tokens[at]):
        at += 1  # «… возглавит | армянский генерал | Икс»
    named = [n for n in persons if at < len(tokens) and n.start == tokens[at].start]
    return (named[0], True) if named and _nominative(tokens[at]) else None


def _nominative(token: Token) -> bool:
    return token.feats.get("Case") == "Nom"


def _opening(tokens: Sequence[Token], i: int, case: str, persons: Sequence[Name]) -> tuple[int, int]:
    """«Секретариат | с 2003 года возглавляет Икс»: a body that opens the clause, however far from its verb."""
    begin = next((j + 1 for j in range(i - 1, -1, -1) if tokens[j].pos == "PUNCT"), 0)
    for at in range(begin, i):
        if at > begin and tokens[at - 1].pos in ("ADP", "ADJ", "DET"):
            continue
        after = _object(tokens, at, case, persons)
        if any(t.lemma in _LED for t in tokens[at:after]):
            return at, min(after, i)
    return i, i


def _led(head: Token, phrase: Sequence[Token], word: str) -> str:
    lemmas = {t.lemma for t in phrase}
    if head.lemma in _GOVERNMENT:
        return "head_of_government"
    if head.lemma in _STATE:
        return "head_of_state"
    if head.lemma in _DIPLOMACY or "внешнеполитический" in lemmas:
        return "foreign_minister"
    if head.lemma == "ведомство" and lemmas & {"военный", "оборонный"}:
        return "defence_minister"
    if head.lemma == "мид" or {"министерство", "иностранный"} <= lemmas:
        return "foreign_minister"
    if head.lemma == "минобороны" or {"министерство", "оборона"} <= lemmas:
        return "defence_minister"
    if head.lemma == "партия" or {"партия"} & lemmas:
        return "other:лидер партии"
    ours = len(phrase) > 1 and phrase[-1].lemma in COUNTRY and phrase[-2].pos == "NOUN"  # «парламент республики»
    return f"other:{word} {genitive(phrase[:-1] if ours else phrase)}"
