"""What the crew's processes do: read a text, check its claims. Called in those processes only."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sverka.checking.finding import Finding
    from sverka.claims import Mention, Proposition
    from sverka.reading.reader import Reading
    from sverka.reports.report import Report
    from sverka.reports.versions import Version

_RUSSIAN = (
    "Товарооборот России и Казахстана в 2021 году вырос на треть и составил около 25 млрд долларов. Армения вступила в "
    "ЕАЭС в 2015 году. «Китай стал крупнейшим партнёром», – заявил президент России Владимир Путин в Москве 1 марта."
)
_ENGLISH = "Trade between Russia and Kazakhstan grew by a third in 2021 to $25 billion, said President Vladimir Putin."


def warm(room: str) -> None:
    """Load what the room's work needs, so that nobody waits for it."""
    if room == "reader":
        read(_RUSSIAN, None, None)
        read(_ENGLISH, None, None)
        return
    from sverka.claims import parse

    for claim in (
        "trade.turnover(KAZ, RUS) in 2021 = 25e9 USD",
        "rank 1 of KAZ by partner: RUS in 2021",
        "member ARM EAEU since 2015",
        "office person:Путин head_of_state RUS in 2015",
        "gdp(KAZ) in 2015 = 184e9 USD",
    ):
        checked = claim_alone(parse(claim), None)
    from sverka.reports.cards import lone_card

    lone_card(checked, "ru")


def read(text: str, published: date | None, language: str | None) -> "Reading":
    """Everything that is claimed in a text."""
    from sverka.reading.reader import read as reading

    return reading(text, published, language)


def check(text: str, published: date | None, language: str, mentions: "Sequence[Mention]") -> "Report":
    """Some of a text's claims checked, with what their charts need; a report of them alone."""
    from sverka.reports.report import make

    return make(_Part(text, published, language, tuple(mentions)), series=True)


def claim_alone(proposition: "Proposition", published: date | None) -> "Finding":
    """One claim that stands in no text, with what its chart needs."""
    from sverka.checking.check import check as answer
    from sverka.reports.series import with_series

    return with_series(answer(proposition, published=published))


def answer(proposition: "Proposition", published: date | None) -> "tuple[Finding, tuple[Version, ...]]":
    """One claim that stands in no text, and the versions of the sources that answered it."""
    from sverka.checking.check import check as answered
    from sverka.reports.versions import of

    finding = answered(proposition, published=published)
    return finding, of([finding])


class _Part:
    """Some mentions of a text, as a reader hands them over."""

    def __init__(self, text: str, published: date | None, language: str, mentions: "tuple[Mention, ...]") -> None:
        self.text, self.published, self.language, self.mentions = text, published, language, mentions
        self.quotations = ()
