"""What a number goes on about: the metric told just before – by «показатель», «он», «на эти цели», or in a list."""

import re

from sverka.reading.attachment import fits
from sverka.reading.kinds import Said
from sverka.reading.metrics import TRADE, Cue
from sverka.reading.nearby import behind
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene, Topic

#: What a number without a word of its own may be of, if it was spoken of just before.
HEARD = frozenset({"military.spending", "debt", "inflation", "aid", "investment", "price", "poll"})


#: How far back it may have been told of, in characters.
_FAR = 400
#: An item of a list in a sentence of its own stands no farther from where the list began.
_NEXT_ITEM = 250
_IN_A_PLACE = re.compile(r"(?: процент\w{0,2}| ?%)? ?[–—-]? ?(?:в|на|у) [^\W\d_]")
_SAME_AGAIN = re.compile(
    r"(?<!\w)(?:(?:показател[ья]|этот уровень|цифра|индикатор)(?!\w)[^,;.]{0,40}"
    r"(?:, (?:по|согласно|как) [^,;.]{3,50},[^,;.]{0,30})?"
    r"|(?:он|она|они|его|ее|их) (?:(?:был[аи]?|уже|сначала|снова|вновь|затем|потом) )?"
    r"(?:повышен|снижен|увелич|сократ|выр[ао]с|упал|подн|достиг|состав|превы|опуст|сниз|повыс|сохран|остал|равня|держ)\w*"
    r"(?: (?:до|на уровне|лишь|уже|почти|около))* )$"
)
#: «на эти цели», «на те же нужды»: what was spoken of goes on.
_SAME_ENDS = re.compile(r"(?<!\w)на (?:эти|те) (?:же )?(?:цели|нужды|расходы|статьи)(?!\w)[^;.()]{0,60}$")


def spoken_of(scene: Scene, amount: Amount, topic: Topic) -> str:
    """What the text speaks of at a number with no word for what it measures, in a sentence with none either."""
    if scene.cues or amount.kind not in ("money", "percent", "fraction"):
        return ""
    told = (topic.told_at, topic.metric), (topic.heard_at, topic.heard)
    for at, metric in sorted(told, reverse=True):
        bought = metric == "debt" and amount.preposition == "за"  # «дорогу построят за 4 млрд»
        if 0 <= scene.sentence.start - at < _NEXT_ITEM and metric in HEARD and fits(metric, amount) and not bought:
            return metric
    return ""


def same_ends(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """«На эти цели заложено 5 млрд»: for what is no trade and was told of just before."""
    gap = scene.sentence.start - topic.told_at
    if not topic.metric or topic.metric in TRADE or not 0 <= gap < _FAR:
        return False
    return _SAME_ENDS.search(scene.text, 0, amount.start - scene.sentence.start) is not None and fits(
        topic.metric, amount
    )


def same_again(scene: Scene, amount: Amount, said: Said, topic: Topic) -> bool:
    """«В Квебеке показатель ниже – 5,5 процента»: the metric told of just before."""
    gap = scene.sentence.start - topic.told_at
    if not topic.metric or topic.metric in TRADE or said.kind != "figure" or not 0 <= gap < _FAR:
        return False
    end = amount.start - scene.sentence.start
    return _SAME_AGAIN.search(scene.text[max(0, end - 140) : end]) is not None and fits(topic.metric, amount)


def told_of(scene: Scene, topic: Topic) -> Cue | None:
    """The word for what is listed, nowhere in this sentence if it stands in the one before."""
    return topic.cue if topic.told_at == scene.sentence.start else Cue(-1, 0, -1, -1, topic.metric, "")


def goes_on(scene: Scene, amount: Amount, topic: Topic) -> bool:
    """An item of a list whose head is far: «Безработица в Испании – 14 процентов, …, в Германии – 3,1»."""
    if topic.cue is None or topic.metric in TRADE:
        return False
    further = not scene.cues and 0 < scene.sentence.start - topic.told_at < _NEXT_ITEM and amount.kind == "percent"
    if topic.told_at != scene.sentence.start and not further:
        return False
    end = amount.start - scene.sentence.start
    left = scene.text[max(0, end - 3) : end]
    listed = left.endswith(("– ", "— ", " - ")) or behind(scene, amount) is not None
    listed = listed or (left.endswith("(") and topic.told_at == scene.sentence.start)
    if topic.told_at == scene.sentence.start and left.endswith(
        (", ", " и ")
    ):  # «12 % в Перу, 15 % в Чили и 30 – в Чаде»
        listed = listed or _IN_A_PLACE.match(scene.text, amount.core[1] - scene.sentence.start) is not None
    return listed and fits(topic.metric, amount)
