"""What the text does with a statement: asserts it, plans it, supposes it or denies it."""

import re

from sverka.claims.vocabulary import Modality
from sverka.reading.bundle import Analysis
from sverka.reading.clauses import Clause
from sverka.reading.document import Token
from sverka.reading.scenes import Scene, scene_at, scenes
from sverka.reading.schedules import is_future
from sverka.reading.verbforms import verb_form
from sverka.reading.wordlists import words

_PLANS = words(
    """намереваться планировать собираться рассчитывать готовиться надеяться обещать пообещать обязаться
    обязываться предстоять вознамериться прогнозировать ожидать предполагать стремиться мечтать хотеть захотеть
    договориться запланировать решить предложить предлагать призвать призывать просить потребовать требовать
    поручить пригрозить"""
)
#: «Вероятно, стал», «почти обогнал»: guessed at, or not quite done.
_GUESSED = re.compile(
    r"(?<!\w)(?:(?:вероятно|возможно|видимо|по-видимому|похоже|по всей видимости|судя по всему|якобы|кажется),?"
    r"(?: [^\W\d_]+){0,4}|(?:почти|едва не|чуть не|чуть ли не)(?: [^\W\d_]+)?) $",
    re.IGNORECASE,
)
#: How far before a statement such a word is looked for, in characters.
_NEAR = 60
_AWAITED = words("ожидаться прогнозироваться планироваться предполагаться намечаться предвидеться предстоять")
_PLANNED = frozenset(
    {"намерен", "намеренный", "должный", "должен", "готовый", "готов", "призвать", "обязанный", "предстоящий"}
)
_MAY = frozenset({"мочь", "смочь", "возможно", "вероятно", "возможный", "можно"})
_OUGHT = frozenset({"необходимо", "следует", "следовать", "нужно", "надо", "стоит", "стоить", "хорошо", "желательно"})
_REFUSALS = words(
    """отказаться отказываться отказать отказывать отвергнуть отвергать отрицать опровергнуть опровергать избежать
    воздержаться передумать раздумать"""
)
_NOT_DENIALS = words(
    """только менее более меньше больше раз просто совсем столько позднее позже ранее раньше так единожды без
    обязательно"""
)
_DENIED_NOUNS = frozenset({"отказ", "отмена", "отсрочка", "срыв", "провал", "неучастие", "невступление"})
_SUPPOSED_NOUNS = words(
    """угроза риск возможность вероятность случай перспектива вопрос идея попытка просьба предложение призыв
    условие слух опасение сомнение шанс мысль референдум переговоры голосование заявка препятствие основание помеха"""
)
_PLANNED_NOUNS = words(
    "план намерение подготовка проект обещание решимость желание готовность цель задача стремление курс"
)
_STOPPED = frozenset(
    {"остановить", "сорвать", "предотвратить", "отменить", "избежать", "отложить", "заблокировать", "грозить"}
)
_AHEAD = frozenset({"предстоящий", "будущий", "грядущий", "планируемый", "запланированный", "намеченный", "ожидаемый"})
_SUPPOSED = frozenset(
    {"возможный", "вероятный", "гипотетический", "мнимый", "якобы", "предполагаемый", "потенциальный"}
)
_UNSURE = _MAY | _OUGHT


def modality_at(bundle: Analysis, span: tuple[int, int]) -> Modality:
    """The modality of whatever is said at a span of the text."""
    scene = scene_at(scenes(bundle), span[0])
    return _at(scene, span) if scene is not None and span[0] < scene.sentence.end else "asserted"


def _at(scene: Scene, span: tuple[int, int]) -> Modality:
    tokens = scene.sentence.tokens
    inside = [k for k, t in enumerate(tokens) if t.start < span[1] and span[0] < t.end]
    if not inside:
        return "asserted"
    for clause in scene.clauses:
        if clause.predicate in inside:
            return of_clause(scene, clause)
    at = scene.clause_of(inside[0])
    return of_clause(scene, scene.clauses[at]) if at >= 0 else "asserted"


def of_clause(scene: Scene, clause: Clause, verb: int = -1) -> Modality:
    """The modality of a clause's predicate (or of an infinitive `verb` under it)."""
    verb = verb if verb >= 0 else clause.predicate
    if denied(scene, clause, verb):
        return "denied"
    words = [scene.sentence.tokens[k] for k in clause.tokens]
    lemmas = {t.lemma for t in words}
    wished = clause.opener == "чтобы" and clause.predicate >= 0 and verb_form(scene.sentence.tokens[verb]) == "fin"
    supposed = clause.conditional or wished or any(t.text.lower() in ("бы", "б", "якобы") for t in words)
    main = scene.sentence.tokens[clause.predicate] if clause.predicate >= 0 else None
    under = main is not None and verb != clause.predicate
    led = any(verb_form(t) == "inf" for t in words)
    infinitive = led and not _done(scene, clause, verb)
    if (
        supposed
        or lemmas & {"возможно", "вероятно"}
        or (infinitive and any(t.text.lower() in ("необходимо", "нужно", "надо", "следует") for t in words))
        or (infinitive and any(t.lemma in _UNSURE and not _managed(t) for t in words))
        or _apodosis(scene, clause)
    ):
        return "hypothetical"
    if main is not None and (under or led) and main.lemma in _PLANS:
        return "planned"
    told = _by_noun(scene, verb)
    if told is not None:
        return told
    if infinitive and (
        lemmas & _PLANNED
        or any(t.text.lower() in ("намерена", "намерены", "должна", "должны", "должно") for t in words)
    ):
        return "planned"
    if main is not None and _future(scene, clause):
        return "planned"
    outer = scene.clauses[clause.outer] if clause.kind == "gerund" and clause.outer >= 0 else None
    if outer is not None and outer.kind != "gerund":  # «обгонит соседа, заняв первое место»
        whole = of_clause(scene, outer)
        return "asserted" if whole == "denied" else whole
    return "planned" if _due_later(scene, clause) else "asserted"


def to_come(bundle: Analysis, span: tuple[int, int]) -> Modality:
    """Whether what stands at a span is planned, expected or supposed; a denial is for its reader to tell."""
    found = modality_at(bundle, span)
    if found not in ("asserted", "denied"):
        return found
    scene = scene_at(scenes(bundle), span[0])
    at = scene.clause_of(scene.sentence.index_at(span[0])) if scene is not None else -1
    if scene is None or at < 0:
        return "asserted"
    clause, tokens = scene.clauses[at], scene.sentence.tokens
    if _GUESSED.search(scene.text[max(scene.sentence.start, span[0] - _NEAR) : span[0]]):
        return "hypothetical"
    if clause.predicate >= 0 and tokens[clause.predicate].lemma in _AWAITED:
        return "planned"
    led = [_by_noun(scene, k) for k in clause.tokens if verb_form(tokens[k]) == "inf" and tokens[k].start < span[1]]
    return "planned" if "planned" in led else "hypothetical" if "hypothetical" in led else "asserted"


def _managed(token: Token) -> bool:
    """«Смог увеличить» has done it; «мог увеличить» need not have."""
    return token.lemma == "смочь" and token.feats.get("Tense") == "Past"


def _done(scene: Scene, clause: Clause, verb: int) -> bool:
    """True for a past predicate beside which an infinitive is another's: «вышел из союза и возвращаться не намерен»."""
    tokens = scene.sentence.tokens
    past = verb >= 0 and verb_form(tokens[verb]) == "fin" and tokens[verb].feats.get("Tense") == "Past"
    own = (k for k in clause.tokens if tokens[k].head == verb and tokens[k].rel != "conj")
    return past and not any(verb_form(tokens[k]) == "inf" for k in own)


def _by_noun(scene: Scene, verb: int) -> Modality | None:
    """What a noun makes of the infinitive under it: «приглашение вступить», «план выйти», «отказ подписать»."""
    tokens = scene.sentence.tokens
    if verb < 1 or verb_form(tokens[verb]) != "inf":
        return None
    for k in range(verb - 1, max(verb - 9, -1), -1):
        lemma = tokens[k].lemma
        if tokens[k].text in ",;:()–—" or (tokens[k].pos == "VERB" and k < verb - 1):
            return None
        if tokens[k].pos == "NOUN" and tokens[k].feats.get("Case") != "Gen":
            if lemma in _SUPPOSED_NOUNS or lemma in ("приглашение", "право", "способность", "соблазн"):
                return "hypothetical"
            return "planned" if lemma in _PLANNED_NOUNS else "denied" if lemma == "отказ" else None
    return None


def _apodosis(scene: Scene, clause: Clause) -> bool:
    """True for what would follow from a condition in the same sentence."""
    if clause.kind != "main" or not _future(scene, clause):
        return False
    return any(
        c.conditional and c is not clause and c.outer in (-1, scene.clauses.index(clause)) for c in scene.clauses
    )


def _future(scene: Scene, clause: Clause) -> bool:
    tokens = scene.sentence.tokens
    if clause.predicate >= 0 and is_future(tokens[clause.predicate]):
        return True
    auxiliary = any(tokens[k].text.lower() in ("будет", "будут") for k in clause.tokens)
    if auxiliary:
        return True
    token = tokens[clause.predicate] if clause.predicate >= 0 else None
    perfective = (
        token is not None and token.feats.get("Aspect") == "Perf" and token.feats.get("Tense") not in ("Past", None)
    )
    return perfective and token is not None and verb_form(token) == "fin"


def _due_later(scene: Scene, clause: Clause) -> bool:
    """True where something is dated by a day still to come and no past tense says it has been."""
    tokens = scene.sentence.tokens
    past = clause.predicate >= 0 and (
        tokens[clause.predicate].feats.get("Tense") == "Past" or verb_form(tokens[clause.predicate]) == "short"
    )
    if past or clause.predicate < 0:
        return False
    held = set(clause.tokens)
    return any(
        d.relation == "by" and d.period is not None and d.period.begins_after(scene.published)
        for d in scene.dates
        if scene.sentence.index_at(d.end - 1) in held
    )


def denied(scene: Scene, clause: Clause, verb: int) -> bool:
    """True if the predicate itself is denied («не вступил», «отказался подписать»), not another word of the clause."""
    tokens = scene.sentence.tokens
    if verb < 0:
        return any(_is_not(scene, k) for k in clause.tokens)
    chief = clause.predicate
    for at in {verb, chief}:
        if at < 0:
            continue
        if _is_not(scene, at - 1):
            return True
        if at > 1 and tokens[at - 1].lemma in ("быть", "стать", "мочь", "себя") and _is_not(scene, at - 2):
            return True
    between = range(min(verb, chief), max(verb, chief)) if chief >= 0 else range(0)
    if verb != chief and any(_is_not(scene, k) for k in between):
        return True
    refused = chief >= 0 and tokens[chief].lemma in _REFUSALS and verb != chief
    return refused or any(tokens[k].lemma == "отказаться" for k in between)


def _is_not(scene: Scene, at: int) -> bool:
    tokens = scene.sentence.tokens
    if not 0 <= at < len(tokens) or tokens[at].text.lower() not in ("не", "ни"):
        return False
    following = scene.lemma(at + 1)
    if following == "мочь" and any(_is_plain_not(scene, k) for k in range(at + 2, min(at + 4, len(tokens)))):
        return False
    return following not in _NOT_DENIALS and tokens[at].text.lower() == "не"


def _is_plain_not(scene: Scene, at: int) -> bool:
    return scene.sentence.tokens[at].text.lower() == "не"


def of_noun(scene: Scene, at: int) -> Modality:
    """The modality of an event named by a noun: «предстоящий визит», «отказ от вступления», «в случае выхода»."""
    tokens = scene.sentence.tokens
    before = [tokens[k].lemma for k in range(max(0, at - 4), at)]
    if set(before[-2:]) & _DENIED_NOUNS or "вопреки" in before:
        return "denied"
    if set(before[-2:]) & _STOPPED or set(before[-2:]) & _SUPPOSED or set(before[-3:]) & _SUPPOSED_NOUNS:
        return "hypothetical"
    if set(before[-2:]) & _AHEAD or set(before[-3:]) & _PLANNED_NOUNS:
        return "planned"
    clause = scene.clauses[scene.clause_of(at)] if scene.clause_of(at) >= 0 else None
    if clause is None or clause.predicate < 0:
        return "asserted"
    governs = tokens[at].head == clause.predicate or any(
        tokens[k].head == clause.predicate for k in range(max(0, at - 1), at)
    )
    if governs and tokens[clause.predicate].lemma in _PUT_OFF:
        return "hypothetical"
    if governs and tokens[clause.predicate].lemma in _SCHEDULED:
        return "planned"
    happens = tokens[clause.predicate].lemma in _HAPPENING
    if not governs or not (happens or clause.conditional):
        return "asserted"
    return of_clause(scene, clause)


_PUT_OFF = words("отложить отменить сорвать сорваться перенести откладывать отменять")
_SCHEDULED = words("запланировать планироваться наметить намечаться ожидаться предстоять")
_HAPPENING = words(
    """состояться пройти проходить произойти начаться закончиться завершиться последовать намечаться готовиться
    нанести совершить провести ввести вводить отменить отложить осуществить предпринять быть начать прекратить
    запланировать"""
)
