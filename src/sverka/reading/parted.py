"""Parts: a part of what fuel there is is its share, a part of a people that wants something is a poll."""

import re
from dataclasses import replace

from sverka.reading.metrics import Cue
from sverka.reading.quantities import Amount
from sverka.reading.scene import Scene


def of_part(scene: Scene, amount: Amount, cue: Cue | None) -> Cue | None:
    """A part of fuel is its share, a part of a people that wants something is a poll."""
    if cue is not None and cue.metric == "energy.volume":
        return replace(cue, metric="energy.share")
    people = _OF_PEOPLE.match(scene.text, amount.core[1] - scene.sentence.start)
    if people is not None and (cue is None or cue.metric == "population") and _WILLING.search(scene.text):
        at = scene.sentence.index_at(amount.core[1])
        return replace(cue or Cue(at, at + 1, amount.core[1], amount.core[1], "poll", ""), metric="poll")
    return cue


_OF_PEOPLE = re.compile(
    r" (?:\w+(?:их|ых) )?(?:жителей|граждан|избирателей|населения|респондентов|опрошенных|людей|молодежи|женщин|мужчин|"
    r"[а-я]+(?:цев|нцев|чан|янок?|ян|ков|ов))(?!\w)"
)
_WILLING = re.compile(
    r"(?<!\w)(?:готов[ыао]?|хот(?:ят|ел[аи]?)|жела(?:ют|л[аи]?)|намерен[ыао]?|вер(?:ят|ит)|бо(?:ятся|ится)|опаса\w+|"
    r"дума(?:ют|ет)|надеются|надеется|соглас(?:ны|ен|на)|против|предпоч\w+)(?!\w)"
)
