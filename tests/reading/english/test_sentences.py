"""What is read from sentences of wire, column and speech style, in the short form of the claim language."""

from datetime import date

import pytest

from sverka.claims import Mention, to_short
from sverka.reading.analysis import analyse
from sverka.reading.english import read_english


def mentions(text: str, published: str = "2020-06-01") -> list[Mention]:
    found, _ = read_english(analyse(text, date.fromisoformat(published), "en"))
    return found


def claims(text: str, published: str = "2020-06-01") -> list[str]:
    return [to_short(m.proposition) for m in mentions(text, published)]


TRADE = [
    (
        "Germany's exports to China rose 8 percent last year to 93 billion euros.",
        ["change trade.exports(DEU, CHN) over 2018/2019 = 8 %", "trade.exports(DEU, CHN) in 2019 = 93e9 EUR"],
    ),
    (
        "Turkey sold goods worth $2.1bn to Azerbaijan and bought $2.5bn of Azeri goods in 2018.",
        ["trade.exports(TUR, AZE) in 2018 = 2.1e9 USD", "trade.imports(TUR, AZE) in 2018 = 2.5e9 USD"],
    ),
    (
        "Chile sold Peru goods worth $1.7 billion in 2018.",
        ["trade.exports(CHL, PER) in 2018 = 1.7e9 USD"],
    ),
    (
        "Trade between Norway and Sweden amounted to between $25 billion and $27 billion in January-June 2019.",
        ["trade.turnover(NOR, SWE) in 2019-01/2019-06 = 25e9..27e9 USD"],
    ),
    (
        "Vietnam's imports from South Korea fell to $47 billion in 2019 from $47.5 billion a year earlier.",
        ["trade.imports(VNM, KOR) in 2019 = 47e9 USD", "trade.imports(VNM, KOR) in 2018 = 47.5e9 USD"],
    ),
    (
        "Russian-German trade shrank in 2015 to $45.8 billion, more than a third less than in 2014.",
        ["trade.turnover(RUS, DEU) in 2015 = 45.8e9 USD", "fall trade.turnover(RUS, DEU) over 2014/2015 > 33.3 % ±3.0"],
    ),
    (
        "In 2019 Serbia's trade with Italy came to 4 billion euros; with Germany, 5 billion euros.",
        ["trade.turnover(SRB, ITA) in 2019 = 4e9 EUR", "trade.turnover(SRB, DEU) in 2019 = 5e9 EUR"],
    ),
    (
        "The Philippines' trade with Japan was worth $21 billion in 2018 and just under $20 billion in 2019.",
        ["trade.turnover(PHL, JPN) in 2018 = 21e9 USD", "trade.turnover(PHL, JPN) in 2019 < 20e9 USD"],
    ),
    (
        "Israel's exports to Turkey nearly tripled between 2009 and 2018.",
        ["change trade.exports(ISR, TUR) over 2009/2018 ~ 3 x ±0.25"],
    ),
    (
        "Kenya's sales to Uganda more than halved in 2017, and those to Rwanda by a fifth.",
        [
            "fall trade.exports(KEN, UGA) over 2016/2017 > 50 % ±3.0",
            "fall trade.exports(KEN, RWA) over 2016/2017 = 20 % ±2.0",
        ],
    ),
    (
        "Trade with Japan did not even reach $3 billion in 2018, Mongolia's statistics office said.",
        ["trade.turnover(MNG, JPN) in 2018 < 3e9 USD"],
    ),
    (
        "China buys nine tenths of Mongolia's exports. China's share of Mongolia's exports was 89 percent in 2019.",
        ["trade.share(MNG, CHN) = 90 % ±1.5", "trade.share(MNG, CHN) in 2019 = 89 %"],
    ),
    (
        "About a third of Moroccan exports went to Spain in 2018.",
        ["trade.share(MAR, ESP) in 2018 ~ 33.3 % ±3.0"],
    ),
]  # fmt: skip
STATES = [
    ("Italy's economy shrank 4.7 percent in 2020.", "2021-06-01", ["fall gdp(ITA) over 2019/2020 = 4.7 %"]),
    ("India is the world's fifth-largest economy.", "2023-11-20", ["rank 5 by gdp: IND"]),
    (
        "The European Union accounts for about a sixth of world output.",
        "2022-06-01",
        ["gdp.share(EU, WLD) ~ 16.7 % ±2.0"],
    ),
]
RANKS = [
    ("Brazil's biggest trading partner is China.", ["rank 1 of BRA by partner: CHN"]),
    ("Laos's second trading partner is Thailand.", ["rank 2 of LAO by partner: THA"]),
    ("France is not the largest trading partner of Spain.", ["not rank 1 of ESP by partner: FRA"]),
    ("Italy, the biggest buyer of Libyan goods, welcomed the news.", ["rank 1 of LBY by trade.exports: ITA"]),
    (
        "Japan is Australia's main customer. By turnover China kept first place and Japan second.",
        [
            "rank 1 of AUS by trade.exports: JPN",
            "rank 1 of AUS by trade.turnover: CHN",
            "rank 2 of AUS by trade.turnover: JPN",
        ],
    ),
    (
        "Egypt's imports from Turkey were at their lowest since 2009 in 2018.",
        ["min trade.imports(EGY, TUR) in 2009/2018"],
    ),
    ("Total exports of Peru hit a record in 2018.", ["max trade.exports(PER, WLD) in 2018"]),
]
BODIES = [
    ("Vietnam joined the WTO in January 2007.", ["joined VNM WTO in 2007-01"]),
    ("Turkey has been a member of NATO since 1952.", ["member TUR NATO since 1952"]),
    ("Sweden has never been a NATO member.", ["none SWE NATO"]),
    ("Neither Ireland nor Austria belongs to NATO.", ["none AUT NATO", "none IRL NATO"]),
    ("Norway remains outside the European Union.", ["none NOR EU"]),
    ("Britain, which joined the European Economic Community in 1973, waited.", ["joined GBR EEC in 1973"]),
    ("Georgia left the Commonwealth of Independent States in 2009.", ["left GEO CIS in 2009"]),
    (
        "Tajikistan is a member of the CIS, the CSTO and the SCO.",
        ["member TJK CIS", "member TJK CSTO", "member TJK SCO"],
    ),
    ("NATO member Turkey objected.", ["member TUR NATO"]),
    ("Serbia, a candidate for the EU since 2012, waits.", ["candidate SRB EU since 2012"]),
    ("ASEAN was established in Bangkok on 8 August 1967.", ["founded ASEAN in 1967-08-08"]),
    ("The African Union replaced the Organisation of African Unity.", ["order OAU < AU"]),
    (
        "In 2010 Kazakhstan, Russia and Belarus formed the Customs Union.",
        ["founded CustomsUnion in 2010"],
    ),
    (
        "Azerbaijan is not in the EAEU but joined the Turkic Council in 2009.",
        ["none AZE EAEU", "joined AZE OTS in 2009"],
    ),
    ("NATO marked its 70th anniversary last year.", ["founded NATO in 1949"]),
]
DEEDS = [
    (
        "Iran's oil minister, Bijan Zanganeh, visited Iraq on 12 March 2019.",
        ['office person:Zanganeh "other:oil minister" IRN', "visit person:Zanganeh -> IRQ in 2019-03-12"],
    ),
    (
        "Chancellor Angela Merkel and her Austrian counterpart, Sebastian Kurz, agreed.",
        ["office person:Merkel head_of_government DEU", "office person:Kurz head_of_government AUT"],
    ),
    ("Emmanuel Macron, the French president, agreed.", ["office person:Macron head_of_state FRA"]),
    (
        "Moldova and Ukraine signed an association agreement with the European Union in June 2014.",
        ['sign MDA, UKR, EU -> "treaty:association agreement" in 2014-06'],
    ),
    ("In 2014 the EU imposed sanctions on Russia.", ["sanction EU -> RUS in 2014"]),
    (
        "France deployed 4,000 soldiers to Mali in 2013.",
        ["deploy FRA -> MLI in 2013", "military.personnel(FRA, MLI) in 2013 = 4000 persons"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), [*TRADE, *RANKS, *BODIES, *DEEDS])
def test_reads_what_the_sentence_claims(text: str, expected: list[str]) -> None:
    assert sorted(claims(text)) == sorted(expected)


@pytest.mark.parametrize(("text", "published", "expected"), STATES)
def test_reads_single_states_and_bodies(text: str, published: str, expected: list[str]) -> None:
    assert claims(text, published) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The trade deal between Canada and the EU covers 98 percent of tariff lines.",
        "Half of the cabinet resigned in Italy.",
        "A third of Italians are against the EU.",
        "Egypt signed contracts worth $12 billion with Russia.",
        "Former president Nicolas Sarkozy spoke.",
        "Did Mexico join the OECD in 1994?",
        "Japan's trade deficit with China shrank to $30 billion in 2018.",
        "The Washington Post sold 300,000 copies.",
        "He was a member of the club in 2014.",
        "Algeria was a member of the body.",
        "The communiqué runs to 16 pages.",
        "In 2014 Turkey imposed no sanctions on Russia.",
    ],
)
def test_leaves_out_what_it_cannot_read_surely(text: str) -> None:
    assert claims(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Poland's exports of apples to Russia fell by 90 percent in 2015.",
        "Brazil's soya exports to China rose by a tenth in 2015.",
    ],
)
def test_trade_in_one_ware_is_not_all_trade(text: str) -> None:
    assert all(m.proposition.kind == "change" and m.proposition.metric == "trade.other" for m in mentions(text))


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Serbia wants to join the EU by 2025.", "planned"),
        ("Kyrgyzstan will join the Eurasian Economic Union this month.", "planned"),
        ("Ghana's exports to Togo would rise by a tenth if tariffs fell.", "hypothetical"),
        ("Egypt aims to raise trade with Sudan to $5 billion.", "planned"),
        ("Thailand is no longer Laos's largest trading partner.", "denied"),
    ],
)
def test_plans_hypotheses_and_denials_are_told_apart(text: str, modality: str) -> None:
    assert [m.modality for m in mentions(text)] == [modality]


def test_a_level_a_year_earlier_is_of_that_year() -> None:
    text = "Belarus's trade with Poland fell to $2 billion in 2015, though a year earlier it had been $2.4 billion."
    assert claims(text) == [
        "trade.turnover(BLR, POL) in 2015 = 2e9 USD",
        "trade.turnover(BLR, POL) in 2014 = 2.4e9 USD",
    ]


def test_the_named_teller_owns_the_figures() -> None:
    text = "According to Chinese customs data, imports from Australia rose 15% to $121 billion in 2019."
    found = mentions(text)
    assert {m.voice for m in found} == {"org:Customs Service of China"}
    assert claims(text)[1] == "trade.imports(CHN, AUS) in 2019 = 121e9 USD"


def test_pronouns_go_back_to_the_text_s_own_state() -> None:
    text = "Vietnam exports a lot. Vietnam joined ASEAN in 1995. The country became a member of APEC in 1998."
    assert claims(text)[-1] == "joined VNM APEC in 1998"


def test_a_bare_flow_after_a_bilateral_one_is_unsure() -> None:
    text = "Kenya's trade with India reached $2 billion in 2018. Exports came to $60 million."
    assert [round(m.confidence or 0, 1) for m in mentions(text)] == [0.9, 0.6]


def test_spans_lead_back_to_the_text() -> None:
    text = "MADRID, May 3 — Spain’s trade with “brotherly” Peru rose by a fifth in 2019, to €3.1bn."
    assert all(text[m.span[0] : m.span[1]] == m.anchor for m in mentions(text))
    assert claims(text) == [
        "change trade.turnover(ESP, PER) over 2018/2019 = 20 % ±2.0",
        "trade.turnover(ESP, PER) in 2019 = 3.1e9 EUR",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a bracket's year is the bracket's, and so is that of «compared with 8% in 2017»
            "In 2018 Chile's exports to Peru grew by 4% (against 9% in 2017), to $1.9 billion. Imports from Peru grew "
            "by 3%, compared with 7% in 2017, to $1.2 billion.",
            ["change trade.exports(CHL, PER) over 2017/2018 = 4 %", "trade.exports(CHL, PER) in 2018 = 1.9e9 USD",
             "change trade.imports(CHL, PER) over 2017/2018 = 3 %", "trade.imports(CHL, PER) in 2018 = 1.2e9 USD"],
        ),
        (  # an amount alone in brackets behind a year is of that year
            "Chile's exports to Peru rose in 2019 compared with 2018 ($1.7 billion), to $1.8 billion.",
            ["trade.exports(CHL, PER) in 2018 = 1.7e9 USD", "trade.exports(CHL, PER) in 2019 = 1.8e9 USD"],
        ),
        (
            "In 2018 Norway's exports to Spain came to $4 billion, short of the target of $5 billion by 2016.",
            ["trade.exports(NOR, ESP) in 2018 = 4e9 USD", "trade.exports(NOR, ESP) in 2016 = 5e9 USD"],
        ),
        (  # each of two verbs has its own date
            "Georgian exports to Iran doubled in 2017 and nearly tripled to $2.6 billion in January-September 2018.",
            ["change trade.exports(GEO, IRN) over 2016/2017 = 2 x",
             "change trade.exports(GEO, IRN) over 2018-01/2018-09 ~ 3 x ±0.25",
             "trade.exports(GEO, IRN) in 2018-01/2018-09 = 2.6e9 USD"],
        ),
        (
            "In 2018 trade between Peru and Chile amounted to 2 billion and 350 million dollars.",
            ["trade.turnover(PER, CHL) in 2018 = 2.35e9 USD"],
        ),
        (  # where growth led is no limit
            "Trade between Peru and Chile increased by 5% in 2018, up to 2.4 billion dollars.",
            ["change trade.turnover(PER, CHL) over 2017/2018 = 5 %", "trade.turnover(PER, CHL) in 2018 = 2.4e9 USD"],
        ),
        (
            "In 2018 trade between ASEAN countries reached $600 billion, and Laos' trade within ASEAN $7 billion.",
            ["trade.turnover(ASEAN) in 2018 = 600e9 USD", "trade.turnover(LAO, ASEAN) in 2018 = 7e9 USD"],
        ),
        ("In 2018 trade between Central American countries and Chile came to $2 billion.", []),
        (  # the flow behind a number
            "Peru's trade with Chile hit $3 billion in 2018, of which $1 billion were exports and $2 billion imports.",
            ["trade.turnover(PER, CHL) in 2018 = 3e9 USD", "trade.exports(PER, CHL) in 2018 = 1e9 USD",
             "trade.imports(PER, CHL) in 2018 = 2e9 USD"],
        ),
        (  # the same change in another unit
            "Peru's exports to Chile rose by 9%, or by $90 million, in 2018.",
            ["change trade.exports(PER, CHL) over 2017/2018 = 9 %",
             "change trade.exports(PER, CHL) over 2017/2018 = 90e6 USD"],
        ),
        ("In 2018 Peru's imports from Chile exceeded its exports by $596 million.", []),
        (  # an earlier year told for comparison
            "In January-May 2019 Peru's trade with Chile grew by 5%. In 2018 it had been $3 billion. Exports rose 9%.",
            ["change trade.turnover(PER, CHL) over 2019-01/2019-05 = 5 %", "trade.turnover(PER, CHL) in 2018 = 3e9 USD",
             "change trade.exports(PER, CHL) over 2019-01/2019-05 = 9 %"],
        ),
    ],
)  # fmt: skip
def test_what_stands_beside_a_number_and_what_aside(text: str, expected: list[str]) -> None:
    assert claims(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 Peru's exports to neighbouring countries came to $8 billion.",
        "In 2018 Peru's trade with Chile came to $2 billion, it said. Total trade grew by 5%.",
        "On average, for 2010-2018 Peru's exports to Chile came to $1.8 billion.",
        "Peru's exports to Chile averaged $1.8 billion in 2010-2018.",
    ],
)
def test_what_the_words_leave_open_is_too_unsure_for_a_verdict(text: str) -> None:
    assert (mentions(text)[-1].confidence or 0) < 0.1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Inflation in Egypt rose above 30% in 2023.", "inflation(EGY) in 2023 > 30 %"),
        ("The share of China in Serbia's imports fell below 12% in 2020.", "trade.share(SRB, CHN) in 2020 < 12 %"),
        ("Serbia's exports to China fell by 12% in 2020.", "fall trade.exports(SRB, CHN) over 2019/2020 = 12 %"),
    ],
)
def test_where_a_movement_ended_is_a_level(text: str, told: str) -> None:
    assert claims(text, "2024-05-05") == [told]


def test_bodies_joined_one_after_another_have_dates_of_their_own() -> None:
    assert claims("Latvia entered the OSCE in 1991, the Council of Europe in 1995 and NATO in 2004.") == [
        "joined LVA OSCE in 1991", "joined LVA CoE in 1995", "joined LVA NATO in 2004",
    ]  # fmt: skip
    assert claims("Estonia joined the EU in 2004 and NATO allies in 2005 sent troops.") == ["joined EST EU in 2004"]
