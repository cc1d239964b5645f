"""A report of a short article whose mentions are made by hand, with a hostile tail."""

from dataclasses import dataclass
from datetime import date

import pytest

from sverka.claims import Mention, Quotation, parse
from sverka.reports.report import Report, make

HOSTILE = "Сказано:\x1b[31m<script>alert('x')</script> & \u202eзадом наперёд\x00[bold]."
TEXT = (
    "Торговля Казахстана с Россией прибавила за прошлый год почти 40 процентов и составила около 25 миллиардов "
    "долларов; это абсолютный рекорд. На российские поставки пришлось свыше 18 млрд. РФ остаётся главным торговым "
    "партнёром соседа. К середине десятилетия стороны намерены довести оборот до 30 млрд. Армения вступила в ЕАЭС в "
    "2014 году. Президент Казахстана Касым-Жомарт Токаев и президент России Владимир Путин встретились. Без этого "
    "союза регион не выживет. Инфляция составила 12 процентов. «Мы растём», – заявил он. " + HOSTILE
)
CLAIMS = (
    ("почти 40 процентов", "change trade.turnover(KAZ, RUS) over 2020/2021 ~ 40 %", "asserted"),
    ("около 25 миллиардов долларов", "trade.turnover(KAZ, RUS) in 2021 ~ 25e9 USD", "asserted"),
    ("абсолютный рекорд", "max trade.turnover(KAZ, RUS) in 2021", "asserted"),
    ("свыше 18 млрд", "trade.exports(RUS, KAZ) in 2021 > 18e9 USD", "asserted"),
    ("РФ остаётся главным торговым партнёром соседа", "rank 1 of KAZ by partner: RUS in 2021", "asserted"),
    ("довести оборот до 30 млрд", "trade.turnover(KAZ, RUS) in 2025 = 30e9 USD", "planned"),
    ("Армения вступила в ЕАЭС в 2014 году", "joined ARM EAEU in 2014", "asserted"),
    ("Президент Казахстана Касым-Жомарт Токаев", "office person:Токаев head_of_state KAZ", "asserted"),
    ("президент России Владимир Путин", "office person:Путин head_of_state RUS", "asserted"),
    ("Без этого союза регион не выживет", "thesis irreplaceable about EAEU", "asserted"),
    ("Инфляция составила 12 процентов", "inflation(KAZ) in 2021 = 12 %", "asserted"),
    # nested in the first sentence, over two other claims
    (
        "прибавила за прошлый год почти 40 процентов и составила около 25 миллиардов долларов",
        "thesis success about KAZ",
        "asserted",
    ),
    (HOSTILE, "thesis other", "asserted"),
)


@dataclass(frozen=True)
class Read:
    """A reading made by hand."""

    text: str
    published: date | None
    language: str
    mentions: tuple[Mention, ...]
    quotations: tuple[Quotation, ...]


def reading() -> Read:
    """The article above as its reader should read it."""
    mentions = []
    for anchor, short, modality in CLAIMS:
        start = TEXT.index(anchor)
        span = (start, start + len(anchor))
        mentions.append(
            Mention(proposition=parse(short), anchor=anchor, span=span, modality=modality, confidence=0.91234)
        )
    start = TEXT.index("Мы растём")
    quote = Quotation(speaker="person:Токаев", anchor="Мы растём", span=(start, start + 9), direct=True)
    return Read(TEXT, date(2022, 2, 14), "ru", tuple(mentions), (quote,))


@pytest.fixture(scope="session")
def read_by_hand() -> Read:
    return reading()


@pytest.fixture(scope="session")
def report() -> Report:
    return make(reading(), series=True)
