"""Theses: judgements and forecasts, which are shown and never tested.

Cues are graded: words of necessity and impossibility weigh most, words of feeling and certainty less. A sentence
becomes a thesis only where its cues outweigh its facts – figures and dates – and there is a state or body it is about.
"""

import re
from dataclasses import dataclass
from functools import cache

from sverka.claims import Mention
from sverka.claims.vocabulary import Form, Modality
from sverka.reading.bundle import Analysis
from sverka.reading.context import home_of
from sverka.reading.drafts import mention
from sverka.reading.scenes import Scene, scenes
from sverka.reading.sieve import Sieve
from sverka.reading.verbforms import verb_form


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern over a sentence in lower case, the form of thesis it points to, its weight, whether it looks ahead."""

    pattern: re.Pattern[str]
    form: Form
    weight: float
    ahead: bool = False


def _cue(pattern: str, form: Form, weight: float, ahead: bool = False) -> Cue:
    return Cue(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)"), form, weight, ahead)


_CUES: tuple[Cue, ...] = (
    _cue(
        r"без \w+(?: \w+){0,4}? (?:не (?:обойд\w+|обойтись|выжи\w+|справ\w+|устоя\w+|прожи\w+))",
        "irreplaceable", 1.0,
    ),
    _cue(r"не (?:обойд[её]тся|обойдутся|обойтись|выживет|выживут|справится|устоит)", "irreplaceable", 0.9),
    _cue(
        r"замен(?:ить|ы|у)(?: \w+){0,6} (?:нечем|некем|нет|не найти)|незаменим\w*|"
        r"альтернатив\w* (?:нет|не существует)",
        "irreplaceable", 1.0, True,
    ),
    _cue(
        r"неизбежн\w*|неминуем\w*|обречен\w*|лишь вопрос времени|только вопрос времени|рано или поздно|"
        r"вс[её] равно прид[её]тся|никуда не деться|предреш[её]н\w*",
        "inevitable", 1.0, True,
    ),
    _cue(
        r"долго (?:так )?не (?:живут|прожив\w+|протян\w+|получится|остается|остаётся|продержится|простоит)|"
        r"долго \w+ не (?:оста[её]тся|будет|живут)",
        "inevitable", 0.9,
    ),
    _cue(r"чем (?:дольше|больше|дальше|сильнее|теснее)[^.;]{0,80} тем (?:\w+)", "inevitable", 0.9, True),
    _cue(
        r"не будет (?:никогда|ни при каких)|(?:этого|такого) не (?:сделает|добь[её]тся|случится) никто|"
        r"никто не (?:сможет|сумеет|станет)|ждать (?:не стоит|рано|нечего)|"
        r"не (?:приходится|стоит) (?:ждать|надеяться|рассчитывать)|быстр\w+ \w+ не будет",
        "other", 0.9, True,
    ),
    _cue(
        r"ничего (?:подобного )?бы не (?:случилось|произошло|было)|не (?:случилось|произошло|было) бы",
        "causes", 0.9,
    ),
    _cue(r"именно (?:поэтому|это|из-за этого)|виной (?:тому|этому|всему)|расплачива\w+ за", "causes", 0.6),
    _cue(
        r"провал\w*|крах\w*|тупик\w*|обернул\w+ (?:ничем|пшиком)|не удал\w+ и не удастся|бессмыслен\w*|"
        r"тщетн\w*",
        "failure", 0.6,
    ),
    _cue(r"триумф\w*|блестящ\w* успех\w*|несомненн\w+ успех\w*|оправдал\w+ себя|история успеха", "success", 0.7),
    _cue(
        r"нераздельн\w*|братск\w+ (?:народ\w*|союз\w*)|ближе (?:друг к другу )?,? чем когда-либо|"
        r"как никогда (?:близк\w+|тесн\w+)",
        "closeness", 0.8,
    ),
    _cue(r"пора (?:начинать|менять|понять|признать|забыть)|давно пора|надо наконец|следовало бы", "other", 0.8),
    _cue(r"вряд ли|едва ли|вопрос (?:лишь )?в том|остается гадать|время покажет", "other", 0.7),
    _cue(r"судя по всему|похоже|видимо|по-видимому|пожалуй|скорее всего|очевидно", "other", 0.3),
    _cue(
        r"разумеется|увы|к сожалению|безусловно|несомненно|конечно|как ни странно|к счастью|бесспорно",
        "other", 0.3,
    ),
    _cue(r"самы[йе]|лучш\w+|худш\w+|великолепн\w*|позорн\w*|унизительн\w*|жалк\w+|бездарн\w*|мудр\w+", "other", 0.2),
)  # fmt: skip
#: From which sum of cues a sentence is a thesis.
_ENOUGH = 0.7
_FACT = 0.35


@cache
def _sieve() -> Sieve:
    return Sieve([cue.pattern for cue in _CUES])


def theses(analysis: Analysis) -> list[Mention]:
    """Sentences that judge or forecast and carry no fact of their own."""
    if analysis.document.language != "ru":
        return []
    home = home_of(analysis)
    found = (_thesis(scene, home) for scene in scenes(analysis))
    return [m for m in found if m is not None]


def _thesis(scene: Scene, home: str | None) -> Mention | None:
    sentence = scene.sentence
    text = scene.text[sentence.start : sentence.end].lower().replace("ё", "е")
    if len(sentence.tokens) < 4 or len(text) > 600:
        return None
    first: dict[int, re.Match[str]] = {}
    for number, m in _sieve().found(text):
        first.setdefault(number, m)
    cues = [(_CUES[number], m) for number, m in first.items()]
    weight = sum(cue.weight for cue, _ in cues) - _FACT * _facts(scene)
    if not cues or weight < _ENOUGH:
        return None
    about = _about(scene) or ([home] if home else [])
    if not about:
        return None
    strongest, place = max(cues, key=lambda pair: pair[0].weight)
    start, end = _extent(scene, sentence.start + place.start())
    fields = {"kind": "thesis", "form": strongest.form, "about": about, "period": None}
    return mention(scene.bundle, fields, (start, end), _modality(scene, strongest), min(0.85, 0.4 + 0.3 * weight))


def _facts(scene: Scene) -> int:
    """How much a sentence says that can be looked up: figures and dates."""
    return len(scene.bundle.amounts_in(scene.sentence)) + len(
        [d for d in scene.dates if d.relation in ("in", "base", "span")]
    )


def _about(scene: Scene) -> list[str]:
    kinds = ("state", "organization")
    ids = [i for a in scene.actors if a.kind in kinds for i in a.ids if ":" not in i]
    if not ids and scene.before is not None:
        ids = [i for a in scene.before.actors if a.kind in kinds for i in a.ids if ":" not in i][-2:]
    return list(dict.fromkeys(ids))[:4]


def _extent(scene: Scene, offset: int) -> tuple[int, int]:
    """The part of the sentence between strong signs that holds the cue, without its closing mark."""
    sentence = scene.sentence
    signs = [t for t in sentence.tokens if t.text in (";", ":")]
    start = max([t.end for t in signs if t.end <= offset], default=sentence.start)
    end = min([t.start for t in signs if t.start > offset], default=sentence.end)
    while start < end and scene.text[start].isspace():
        start += 1
    while end > start and scene.text[end - 1] in " .!…":
        end -= 1
    return start, end


def _modality(scene: Scene, cue: Cue) -> Modality:
    tokens = scene.sentence.tokens
    if any(t.text.lower() in ("бы", "б") for t in tokens):
        return "hypothetical"
    future = any(verb_form(t) == "fin" and t.feats.get("Tense") == "Fut" for t in tokens)
    return "planned" if cue.ahead or future else "asserted"
