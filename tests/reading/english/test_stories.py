"""What is carried from sentence to sentence: the two states of a text, their flows, their years, their bodies."""

from datetime import date

import pytest

from sverka.claims import Mention, to_short
from sverka.reading.analysis import analyse
from sverka.reading.english import read_english


def mentions(text: str, published: str) -> list[Mention]:
    found, _ = read_english(analyse(text, date.fromisoformat(published), "en"))
    return found


STORIES = [
    # a name alone above a paragraph is the country it speaks of; years later are counted on from the year told
    (
        "2013-03-01",
        "Portugal. Portugal joined the EU in 1986 and Portugal adopted the euro. Hungary. The country joined the EU in "
        "2004.",
        ["joined PRT EU in 1986", "joined HUN EU in 2004"],
    ),
    (
        "2017-03-27",
        "Uzbekistan joined GUUAM in 1999 and four years later it left the group.",
        ["joined UZB GUAM in 1999", "left UZB GUAM in 2003"],
    ),
    # namesakes in two states are told apart by the given name, however accents are written
    ("2020-03-01", "Prime Minister Viktor Orban disagreed.", ["office person:Orban head_of_government HUN"]),
    ("2020-03-01", "Prime Minister Ludovic Orban disagreed.", ["office person:Orban head_of_government ROU"]),
    ("2020-03-01", "Prime Minister Gustave Orban disagreed.", []),
    (
        "2012-03-10",
        "The Netherlands shipped Belgium 60 billion euros worth of goods in 2011; the Belgians sent back 55 billion.",
        ["trade.exports(NLD, BEL) in 2011 = 60e9 EUR", "trade.exports(BEL, NLD) in 2011 = 55e9 EUR"],
    ),
    (
        "2018-11-30",
        "In 2017 Canadians sold Americans goods worth $300 billion and bought $280 billion in return.",
        ["trade.exports(CAN, USA) in 2017 = 300e9 USD", "trade.exports(USA, CAN) in 2017 = 280e9 USD"],
    ),
    (
        "2010-03-03",
        "Chinese purchases from Peru reached $4.1 billion in 2009, against $3.3 billion going in the other direction.",
        ["trade.imports(CHN, PER) in 2009 = 4.1e9 USD", "trade.exports(CHN, PER) in 2009 = 3.3e9 USD"],
    ),
    (
        "2009-09-01",
        "Thailand and Laos: a brief. Bilateral commerce nearly doubled between 2005 and 2008. Laos joined ASEAN in "
        "July 1997; two years later Cambodia was admitted.",
        ["change trade.turnover(THA, LAO) over 2005/2008 ~ 2 x", "joined LAO ASEAN in 1997-07",
         "joined KHM ASEAN in 1999"],
    ),
    (
        "2008-08-08",
        "Vietnam joined the WTO in January 2007 and Ukraine followed in May 2008.",
        ["joined VNM WTO in 2007-01", "joined UKR WTO in 2008-05"],
    ),
    (
        "2014-02-01",
        "Sweden, its eastern neighbour, joined the EU in 1995 and Norway stayed outside the union.",
        ["joined SWE EU in 1995", "none NOR EU"],
    ),
    (
        "2016-05-01",
        "Spain has been part of the Schengen area since March 1995. Spanish NATO membership dates from May 1982.",
        ["joined ESP Schengen in 1995-03", "joined ESP NATO in 1982-05"],
    ),
    (
        "2015-12-01",
        "Finland's GDP is half that of Sweden.",
        ["gdp.share(FIN, SWE) = 50 % ±3.0"],
    ),
    (
        "2017-05-20",
        "Germany remains first among Hungary's trading partners, with Austria in second place.",
        ["rank 1 of HUN by partner: DEU", "rank 2 of HUN by partner: AUT"],
    ),
    (
        "2017-05-20",
        "Trade with Turkey fell by a third to $15.8 billion in 2016, its lowest level in a decade. Russia is poorer. "
        "Russian exports to Turkey were $13.7 billion.",
        ["fall trade.turnover(RUS, TUR) over 2015/2016 = 33.3 % ±3.0", "trade.turnover(RUS, TUR) in 2016 = 15.8e9 USD",
         "min trade.turnover(RUS, TUR) in 2006/2016", "trade.exports(RUS, TUR) in 2016 = 13.7e9 USD"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("published", "text", "expected"), STORIES)
def test_stories(published: str, text: str, expected: list[str]) -> None:
    assert [to_short(m.proposition) for m in mentions(text, published)] == expected


def test_a_sum_of_one_ware_is_no_sum_of_all_goods() -> None:
    text = "Angola's exports to China quadrupled between 2003 and 2006. Beijing bought oil worth $10.9 billion."
    assert [m.proposition.kind for m in mentions(text, "2007-10-10") if (m.confidence or 0) >= 0.6] == ["change"]


def test_a_split_year_is_unsure() -> None:
    found = mentions("India's trade with Japan slid to $14 billion in 2015-16.", "2017-06-01")
    assert [(m.confidence or 0) < 0.6 for m in found] == [True]


def test_after_exports_and_imports_a_further_sum_belongs_to_neither() -> None:
    text = (
        "Sales to Mexico were $265 billion in 2018, America's purchases from Mexico $346 billion. "
        "China remained first with $660 billion."
    )
    assert all((m.confidence or 0) < 0.6 for m in mentions(text, "2019-01-15") if m.anchor == "$660 billion")


def test_a_bare_flow_after_world_figures_is_unsure() -> None:
    text = (
        "South Korea's total exports came to $542 billion in 2019, while exports to Japan fell to $28 billion. "
        "Japan's exports to Korea were worth $47 billion. Seoul's imports were $503 billion."
    )
    assert [(m.confidence or 0) < 0.6 for m in mentions(text, "2020-01-10")] == [False, False, False, True]
