"""An event of a clause with its date and modality."""

import re
from collections.abc import Iterator, Mapping

from sverka.claims.mention import Mention
from sverka.claims.proposition import Event
from sverka.reading.english.coded import Coded
from sverka.reading.english.placing import closed, dated
from sverka.reading.english.story import Story, mention, modality


def dated_event(
    line: Coded, start: int, end: int, story: Story, event: Mapping[str, object], confidence: float
) -> Iterator[Mention]:
    """An event with its date; without one it is less sure."""
    when = dated(line, start, end)
    period = closed(when)
    if when is not None and when.relation in ("since", "until"):
        period = None
    tail = re.match(r"(?: with <[SO]\d+>)?(?: (?:on|in|at))? <D\d+>", line.text[end:])
    stop = end + tail.end() if tail else end
    mode = modality(line, start, end)
    if mode == "asserted" and period is not None and period.begins_after(story.published):
        mode = "planned"
    if period is None:
        confidence -= 0.2
    if mode == "denied":
        confidence -= 0.25
    source, target = event["source"], event["target"]
    if not source and not target:
        return
    yield mention(
        line,
        start,
        stop,
        Event.model_validate({"type": event["type"], "source": source, "target": target, "period": period}),
        confidence,
        mode,
    )
