"""Persons: which part of a name is the surname, and its nominative."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rumorph import Analysis

from sverka.reading.document import Token
from sverka.reading.inflection import inflected, like
from sverka.reading.morphology import analyses, plain_letters
from sverka.reading.surnames import is_regnal, known_given, known_surnames, recorded_double
from sverka.reading.wordlists import words
from sverka.record.tables import rows

_PARTICLES = frozenset("де ди да дос дю фон фан ван дер ден ле ла аль эль дель делла".split())  # noqa: SIM905
#: Those with which a surname begins that stands alone: «Ди Майо».
_OPENING = _PARTICLES - {"фан", "ван", "ден", "да", "дер"}
#: Chinese, Korean and Vietnamese family names stand first, and the name is used whole: «Ли Кэцян», «Чан Туан Ань».
_FAMILY_FIRST = words(
    """си ли ван ху вэнь цзян чжан чжао чжу чжоу мао дэн ма лю ян го у сунь цинь чэнь хуан тан се линь вэй дун
    гао фэн сюй сюн сюэ чжэн лян цао цай пэн хэ ло ань цзэн цзя цзинь цзоу цуй цю чэн чжун шао шэнь шэн шэ юань юй ду
    хун пан дуань лэй мэн хань хао хоу цянь цзо яо янь е лян люй лу пань сяо
    ким пак чхве чон юн лим син квон хон мун нам но ро ю пэк
    нгуен чан ле фам хоанг фан ву во данг буй до нго зыонг динь дао чинь"""
)
_ALSO_GIVEN = frozenset({"ли", "цзян"})
_SYLLABLE = re.compile(
    r"(?:(?:чж|цз|нг|тх|кх|фу|чх|[бпмфдтнлгкхцсчшжзрвй])?(?:[аэеиоуыюяё]|ай|ао|оу|эй|уа|уо|уй|юэ|яо|ие|уэ)"
    r"(?:нь|нг|н|й|р|м|к|т|п|л)?){1,3}(?:ом|ем|у|ю|а|я|е)?"
)
#: A consonant before «и» that no genitive of a name in «-а» has there.
_UNDECLINED = re.compile(r"(?:[бвдзлмнпрстфц]и|[бвгджзклмнпрстфхцчшщ]о|оглу)$")
#: Particles that a surname goes on after, and what it goes on with.
_UNFINISHED = re.compile(r" (?:[Лл][еа]|[Дд][еиюу]|[Вв]ан|[Фф]он|[Дд]ер|[Ээ]ль)$")
_REST = re.compile(r" [А-ЯЁ][а-яё]+")
_DASHED = re.compile(r" [-–—] ")
_SON_OF = frozenset({"бин", "бен", "ибн", "бинт"})
_ENDINGS = ("оглы", "кызы", "уулу", "ага", "хан", "заде")


def cut_to_name(text: str, after: str) -> str:
    """A name without what stands behind a dash, and with what its particle asks for: «Брюно Ле» before « Мэр»."""
    name = _DASHED.split(text, maxsplit=1)[0]
    rest = _REST.match(after) if name == text and _UNFINISHED.search(text) else None
    return name + rest.group() if rest is not None else name


@dataclass(frozen=True, slots=True)
class Person:
    """A named person in the text: the surname in the nominative; given names as written; grammar for agreement."""

    start: int
    end: int
    surname: str
    given: tuple[str, ...]
    cases: frozenset[str]
    plural: bool = False
    written: str = ""  # the surname as it stands


_NOMINAL = ("PROPN", "NOUN", "ADJ")


def _is(analysis: Analysis, kind: str) -> bool:
    return analysis.feats.get("NameType") == kind


def _likely(word: str, kind: str) -> bool:
    """True if the dictionary knows the word as a given name (Giv) or patronymic (Pat)."""
    return any(_is(a, kind) and (a.source == "dictionary" or kind == "Pat") for a in analyses(word))


def _patronymic(word: str) -> bool:
    """True for «Владимировна»; false for a surname that looks like one («Лукашевич»)."""
    return any(_is(a, "Pat") and plain_letters(a.lemma) in _patronymics() for a in analyses(word))


@cache
def _patronymics() -> frozenset[str]:
    """The patronymics of the record's persons, men's and women's: enough to know one from a surname."""
    men = {plain_letters(row["patronymic_ru"]) for row in rows("offices") if row["patronymic_ru"]}
    return frozenset(men | {m[:-2] + "на" for m in men if m.endswith(("ович", "евич"))})


def _split(words: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Given names and surname."""
    tokens = [t for t in words if t.text[:1].isalpha()]
    if len(tokens) > 1 and is_regnal(tokens[-1].text):
        return tokens[:-2], tokens[-2:]
    initials = [t for t in tokens if len(t.text) == 1 and t.text.isupper()]
    full = [t for t in tokens if len(t.text) > 1]
    if not full:
        return [], []
    if len(words) == len(tokens) == 2 and len(tokens[1].text) == 1 and plain_letters(tokens[0].text) in _FAMILY_FIRST:
        return [], tokens  # «Ван И», no initial
    if initials:
        return initials, full[-1:]
    if len(full) == 1:
        return [], full
    keys = [plain_letters(t.text) for t in full]
    patronymic = next((i for i, t in enumerate(full) if i and _patronymic(t.text)), None)
    if patronymic is not None:
        if patronymic == len(full) - 1:
            return full[1:], full[:1] if len(full) > 2 else []
        return full[: patronymic + 1], full[patronymic + 1 :]
    if len(full) == 3 and max(map(len, keys)) <= 4 and len(keys[0]) <= 3:
        return [], full
    if len(full) > 1 and _recorded_family_first(keys):
        return [], full
    double = len(recorded_double(keys).split())
    if double and double < len(full):
        return full[:-double], full[-double:]
    eastern = keys[0] in _FAMILY_FIRST and len(full) < 4 and all(_SYLLABLE.fullmatch(key) for key in keys[1:])
    if eastern and (not _likely(full[0].text, "Giv") or keys[0] in _ALSO_GIVEN):
        return [], full  # «Ли» is given to women elsewhere as well
    if any(word in _SON_OF for word in keys[1:]):
        last = len(full) - (2 if keys[-2] in ("аль", "эль", "ас", "ан", "ар") else 1)
        return full[:last], full[last:]
    if keys[0] in _OPENING and len(full) < 4:
        return [], full
    particle = next((i for i, word in enumerate(keys) if i and word in _PARTICLES), None)
    if particle is not None:
        return full[:1], full[1:]
    while keys[-1] in _ENDINGS and len(full) > 2:
        full, keys = full[:-2], keys[:-2]
    return full[:-1], full[-1:]


def _recorded_family_first(keys: Sequence[str]) -> bool:
    """True for «Ли Кэцян», «Нгуен Тан Зунг»: the record's surname, then its given names, inflected or not."""
    given = known_given().get(keys[0], frozenset())
    return all(any(key.startswith(name) and len(key) - len(name) < 3 for name in given) for key in keys[1:])


def _eastern(full: Sequence[Token]) -> bool:
    """True for a family name and given names of the East, which are used whole."""
    keys = [plain_letters(t.text) for t in full]
    return len(full) > 1 and (keys[0] in _FAMILY_FIRST or _recorded_family_first(keys) or max(map(len, keys)) <= 4)


def _cases(word: str, kinds: tuple[str, ...]) -> dict[str, set[str]]:
    """Case → genders a name form can have, among readings as a name of one of the kinds (or as any name)."""
    every = analyses(word)
    out: dict[str, set[str]] = {}
    for a in [a for a in every if a.feats.get("NameType") in kinds] or [a for a in every if a.pos in _NOMINAL]:
        feats = a.feats
        if "Case" in feats and feats.get("Number") != "Plur":
            out.setdefault(feats["Case"], set()).add(feats.get("Gender", ""))
    return out


def _surname_readings(word: str) -> list[Analysis]:
    names = [a for a in analyses(word) if a.pos == "PROPN" and a.feats.get("NameType") in ("Sur", "Giv", None)]
    return names or [a for a in analyses(word) if a.pos in ("PROPN", "NOUN", "ADJ")]


def nominative_surname(
    token: Token, cases: Mapping[str, set[str]], known: Mapping[str, str], given: Sequence[Token] = ()
) -> str:
    """The nominative of a surname, given the cases (and genders) its given name allows and surnames already known."""
    word = token.text
    if is_regnal(word) or word.isascii() or (word.isupper() and len(word) > 1):
        return word
    if "-" in word and not any(a.source == "dictionary" for a in analyses(word)):
        parts = [replace(token, text=part) for part in word.split("-") if part]
        if len(parts) > 1 and all(part.text[0].isupper() for part in parts):
            return "-".join(nominative_surname(part, cases, {}) for part in parts)
    plain = plain_letters(word)
    if set(cases) == {"Nom"}:
        return known.get(plain, word)
    readings = _surname_readings(word)
    lemmas = {plain_letters(a.lemma) for a in readings}
    candidates = (plain, *sorted(lemmas))
    first_names = {plain_letters(a.lemma) for t in given for a in analyses(t.text)} | {
        plain_letters(t.text) for t in given
    }
    for candidate in candidates:
        if first_names & known_given().get(candidate, frozenset()):
            return known_surnames()[candidate]
    for candidate in candidates:
        if candidate in known and _gender_fits(candidate, cases):
            return known[candidate]
    own = token.feats.get("Case", "")
    foreign = not any(a.source == "dictionary" and a.feats.get("NameType") == "Sur" for a in analyses(word))
    if foreign and (_told(token) or _named_alike(given) or _stays(plain, bool(given))):
        return word
    if word.endswith("ы") and token.feats.get("Number") != "Plur" and all(_plural(a) for a in readings):
        return f"{word[:-1]}а"

    def score(a: Analysis) -> tuple[float, float]:
        case, gender = a.feats.get("Case", ""), a.feats.get("Gender", "")
        points = 0.0
        if cases:
            points += 3 * (case in cases) + 2 * (gender in cases.get(case, ()))
        points += 1.0 * (case == own) + 0.5 * (gender == token.feats.get("Gender", "")) + 0.6 * _is(a, "Sur")
        points -= 6.0 * (a.feats.get("Number") == "Plur" and (bool(cases) or token.feats.get("Number") != "Plur"))
        return points, a.prob

    if not readings:
        return word
    chosen = max(readings, key=score)
    if chosen.feats.get("Case") == "Nom" and chosen.feats.get("Number") != "Plur":
        return word
    form = inflected(chosen, Case="Nom", Number="Sing")
    return like(word, form or chosen.lemma)


def _plural(analysis: Analysis) -> bool:
    return analysis.feats.get("Number") == "Plur"


def _stays(plain: str, named: bool) -> bool:
    """True for what foreign names end in and no case does («Милли», «Рокко»), or a Russian man's does after his own."""
    return bool(_UNDECLINED.search(plain)) or (named and plain.endswith(("ов", "ев", "ский", "цкий")))


def _named_alike(given: Sequence[Token]) -> bool:
    """True after a given name that the tagger has in the nominative and that shows it: «Нкосазана», not «Джеффри»."""
    return bool(given) and all(_told(t) and plain_letters(t.text)[-1] not in "иоуэюе" for t in given)


def _told(token: Token) -> bool:
    """True where the tagger, which sees the context, has a singular nominative."""
    return token.feats.get("Case") == "Nom" and token.feats.get("Number") != "Plur"


def _declined(token: Token) -> str:
    """The last part of an Eastern name without its ending: «Цзиньпином», «Ына»; a woman's or a vowel takes none."""
    found = re.fullmatch(r"(.*[бвгджзклмнпрстфхцчшщ])(?:а|у|ом|е)|(.*[бвгджзклмнпрстфхцчшщ])(?:я|ю|ем)", token.text)
    if found is not None and found[1]:
        return found[1]
    if found is not None and found[2]:
        return f"{found[2]}ь"
    vowel = re.fullmatch(r"(.*[аеиоуыэюя])(?:я|ю|ем|е)", token.text)
    return f"{vowel[1]}й" if vowel is not None else token.text


def _gender_fits(surname: str, cases: Mapping[str, set[str]]) -> bool:
    genders = {g for found in cases.values() for g in found}
    if genders == {"Masc"}:
        return not surname.endswith(("ова", "ева", "ина", "ская", "ая"))
    return genders != {"Fem"} or not surname.endswith(("ов", "ев", "ин", "ский", "ый"))


def _whole(tokens: Sequence[Token], known: Mapping[str, str]) -> bool:
    """True for a surname of several words told before with a given name: «Перес де Куэльяр»."""
    return len(tokens) > 1 and " ".join(plain_letters(t.text) for t in tokens) in known


def person(tokens: Sequence[Token], known: Mapping[str, str]) -> Person | None:
    """The person a stretch of name tokens speaks of; None when it holds no surname.

    `known` maps plain letters to the spelling of surnames in the record or earlier in the text.
    """
    given, family = ([], list(tokens)) if _whole(tokens, known) else _split(tokens)
    if not family:
        return None
    cases: dict[str, set[str]] = {}
    for token in given:
        if len(token.text) > 1:
            found = _cases(token.text, ("Giv", "Pat"))
            if not cases:
                cases = found
    if not given and _eastern(family):  # only the last part declines
        last = family[-1] if _told(family[-1]) else replace(family[-1], text=_declined(family[-1]))
        spelt = [t.text for t in (*family[:-1], last)]
        return Person(tokens[0].start, tokens[-1].end, " ".join(spelt), (), frozenset())
    said = [nominative_surname(t, cases, known, given) for t in family]
    double = recorded_double([plain_letters(t.text) for t in family])
    said = [double] if double and len(family) > 1 else said
    agreed = set(cases) or set(_cases(family[-1].text, ("Sur",)))
    if given and len(given[-1].text) > 1 and plain_letters(given[-1].text)[-1] in "иоуэюе":
        agreed = set()  # «Али», «Джо»: not inflected, so it tells nothing
    both = agreed & set(_cases(family[-1].text, ("Sur",)))
    return Person(
        tokens[0].start,
        tokens[-1].end,
        " ".join(said),
        tuple(t.text for t in given),
        frozenset(both or agreed),
        family[-1].feats.get("Number") == "Plur" and not given,
        " ".join(t.text for t in family),
    )
