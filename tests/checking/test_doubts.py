"""Verdicts that follow from the sources and are not said of a text, and what is said all the same."""

from datetime import date

import pytest

from sverka.checking.check import check, check_mention
from sverka.checking.finding import Verdict
from sverka.claims import Mention, parse

TEXT = "Об этом сообщили во вторник."


def said(
    claim: str,
    published: date,
    voice: str = "author",
    confidence: float = 0.7,
    text: str = TEXT,
    anchor: str = TEXT[:2],
) -> tuple[Verdict, str]:
    at = text.index(anchor)
    span = (at, at + len(anchor))
    proposition = parse(claim)
    mention = Mention(
        proposition=proposition, anchor=anchor, span=span, voice=voice, confidence=confidence,
        modality="denied" if proposition.denied else "asserted",
    )  # fmt: skip
    finding = check_mention(mention, text, published).finding
    return finding.verdict, finding.reason


@pytest.mark.parametrize(
    ("claim", "published", "reason"),
    [
        # Japan's trade stands in Russia's table alone
        ("fall trade.turnover(JPN, RUS) over 2015/2016 = 40 %", date(2017, 3, 1), "other_books"),
        # only Kyrgyzstan's table is at hand, and China's may well differ by so much
        ("trade.imports(KGZ, CHN) in 2023 = 6.4e9 USD", date(2024, 2, 28), "other_books"),
        ("trade.imports(KGZ, CHN) = 3e9 USD", date(2024, 2, 28), "no_period"),
        ("trade.imports(KGZ, CHN) in 2023 = 25e9 USD", date(2024, 2, 28), "far"),
        ("trade.exports(UZB, CIS) in 2021 = 5.4e9 USD", date(2022, 1, 27), "group"),
        ("joined IND SCO", date(2015, 7, 11), "not_yet"),
        ("left GEO CIS", date(2008, 8, 20), "not_yet"),
        # it left the treaty from which the organization grew
        ("left UZB CSTO in 1999", date(2020, 7, 11), "unsure"),
        # he was the head of another state then
        ('office "person:Си Цзиньпин" head_of_state PRK', date(2019, 6, 17), "unsure"),
        # only compilers tell the share, and they differ among themselves
        ("trade.share(BLR, RUS) in 1999 = 56 %", date(2013, 5, 20), "other_books"),
    ],
)
def test_a_failure_that_the_evidence_cannot_bear_is_not_said(claim: str, published: date, reason: str) -> None:
    assert check(parse(claim), published=published).verdict == Verdict.FAILS  # typed, it means what it says
    assert said(claim, published) == (Verdict.NOT_CHECKABLE, reason)


@pytest.mark.parametrize(
    ("claim", "published"),
    [
        ("fall trade.turnover(RUS, JPN) over 2015/2016 = 60 %", date(2017, 3, 1)),  # by its own office
        ("trade.imports(KGZ, CHN) in 2023 = 8.2e9 USD", date(2024, 2, 28)),
        ("trade.exports(UZB, CIS) in 2021 = 7.5e9 USD", date(2022, 1, 27)),
        ("joined IND SCO in 2010", date(2020, 7, 11)),
        ("left GEO CIS", date(1999, 8, 20)),
    ],
)
def test_a_failure_that_the_evidence_bears_is_said(claim: str, published: date) -> None:
    assert said(claim, published) == (Verdict.FAILS, "")


def test_the_other_side_speaking_is_held_against_its_own_books() -> None:
    claim = "fall trade.turnover(JPN, RUS) over 2015/2016 = 60 %"
    assert said(claim, date(2017, 3, 1), voice="RUS") == (Verdict.FAILS, "")


def test_an_undated_meeting_is_borne_out_only_by_a_recent_one() -> None:
    claim = "meet KAZ -> BLR"
    assert check(parse(claim), published=date(2024, 7, 5)).verdict == Verdict.HOLDS
    assert said(claim, date(2024, 7, 5)) == (Verdict.HOLDS, "")
    assert said(claim, date(1991, 12, 1)) == (Verdict.NOT_CHECKABLE, "undated")


def test_a_certain_reading_is_taken_at_its_word() -> None:
    claim = "trade.imports(KGZ, CHN) in 2023 = 25e9 USD"
    assert said(claim, date(2024, 2, 28), confidence=0.95) == (Verdict.FAILS, "")


def test_an_application_is_not_refuted_where_nobody_records_applications() -> None:
    assert check(parse("candidate IND SCO"), published=date(2015, 1, 1)).verdict == Verdict.NOT_COVERED


@pytest.mark.parametrize(
    ("words", "claim", "reason"),
    [
        ("чуть более 6 млрд", "trade.imports(KGZ, CHN) in 2023 > 4e9 USD", "hedge"),
        ("более 6 млрд", "trade.imports(KGZ, CHN) in 2023 > 4e9 USD", ""),
        ("чуть более 5 млрд", "trade.imports(KGZ, CHN) in 2023 > 5.1e9 USD", ""),
        ("почти 5,2 млрд", "trade.imports(KGZ, CHN) in 2023 ~ 5.2e9 USD", "hedge"),
        ("около 5,2 млрд", "trade.imports(KGZ, CHN) in 2023 ~ 5.2e9 USD", ""),
        ("nearly 5.4 billion", "trade.imports(KGZ, CHN) in 2023 ~ 5.4e9 USD", ""),
    ],
)
def test_a_hedge_says_on_which_side_the_number_lies(words: str, claim: str, reason: str) -> None:
    mention = Mention(proposition=parse(claim), anchor=words, span=(0, len(words)), confidence=0.7)
    finding = check_mention(mention, words, date(2024, 6, 1)).finding
    assert (finding.verdict, finding.reason) == (Verdict.NOT_CHECKABLE if reason else Verdict.HOLDS, reason)


@pytest.mark.parametrize(
    ("claim", "published", "voice"),
    [
        # Russia's table alone, where the other side's association or president speaks
        ("fall trade.turnover(RUS, JPN) over 2015/2016 = 40 %", date(2017, 3, 1), "org:Японская ассоциация торговли"),
        ("fall trade.turnover(RUS, JPN) over 2015/2016 = 40 %", date(2017, 3, 1), "person:Абэ"),
        # any larger year fits «more than»
        ("trade.turnover(CHN, KGZ) in 2020 > 1.3e9 USD", date(2021, 7, 1), "author"),
    ],
)
def test_the_office_of_whoever_speaks_must_refute(claim: str, published: date, voice: str) -> None:
    assert said(claim, published, voice) == (Verdict.NOT_CHECKABLE, "other_books")


def test_an_office_named_once_in_a_text_speaks_on() -> None:
    claim = parse("fall trade.turnover(RUS, JPN) over 2015/2016 = 40 %")
    for text, verdict in (
        ("Оборот упал на 40 %. Таможенная служба Японии сообщила об этом.", Verdict.NOT_CHECKABLE),
        ("Оборот упал на 40 %. Таможенная служба России сообщила об этом.", Verdict.FAILS),
    ):
        mention = Mention(proposition=claim, anchor=text[:6], span=(0, 6), confidence=0.7)
        assert check_mention(mention, text, date(2017, 3, 1)).finding.verdict == verdict


def test_whoever_is_chosen_takes_the_office_later() -> None:
    claim = "office person:Трамп head_of_state USA"
    text = "Об этом сказал президент США Трамп."
    assert said(claim, date(2016, 11, 12), text=text) == (Verdict.NOT_CHECKABLE, "not_yet")
    assert said(claim, date(2015, 11, 12), text=text) == (Verdict.FAILS, "")


def test_sums_over_a_group_are_doubted_whatever_is_summed() -> None:
    assert said("population(CIS) in 2008 = 281e6 persons", date(2009, 5, 1)) == (Verdict.NOT_CHECKABLE, "group")


@pytest.mark.parametrize(
    "claim", ["office person:Иваньковски head_of_state POL", "office person:Путин head_of_state RUS in 1992"]
)
def test_an_office_of_somebody_unknown_or_with_a_date_is_not_refuted(claim: str) -> None:
    assert said(claim, date(2010, 7, 1)) == (Verdict.NOT_CHECKABLE, "unsure")


def test_what_lies_between_two_tables_is_refuted_by_neither() -> None:
    claim = "trade.turnover(KGZ, KAZ) in 2013 = 1.05e9 USD"  # 0.94 and 1.18
    assert said(claim, date(2020, 7, 1))[0] != Verdict.FAILS


def test_a_member_of_what_is_no_more_was_one() -> None:
    assert said("member ARM EurAsEC", date(2020, 1, 1)) == (Verdict.NOT_CHECKABLE, "no_period")
    assert said("member ARM EurAsEC", date(2010, 1, 1)) == (Verdict.FAILS, "")


def test_an_organization_began_when_it_was_founded_or_when_its_first_members_were_in() -> None:
    verdicts = [check(parse(f"founded EAEU in {day}")).verdict for day in ("2014-05-29", "2015-01-01", "2013")]
    assert verdicts == [Verdict.HOLDS, Verdict.DEPENDS, Verdict.FAILS]


def test_what_an_army_costs_is_compiled_in_more_ways_than_one() -> None:
    assert said("military.spending(RUS) in 2008 = 58.6e9 USD", date(2009, 6, 8)) == (
        Verdict.NOT_CHECKABLE,
        "other_books",
    )
    assert check(parse("military.spending(RUS) in 2008 = 58.6e9 USD")).verdict == Verdict.FAILS


def test_what_has_just_become_so_is_not_refuted_by_the_year_before() -> None:
    text = "Россия впервые стала основным торговым партнером Эстонии."
    proposition = parse("rank 1 of EST by partner: RUS")
    for anchor, verdict in ((text[:-1], Verdict.NOT_CHECKABLE), (text[21:-1], Verdict.FAILS)):
        at = text.index(anchor)
        mention = Mention(proposition=proposition, anchor=anchor, span=(at, at + len(anchor)), confidence=0.7)
        assert check_mention(mention, text, date(2007, 3, 28)).finding.verdict == verdict


def test_an_envoy_gives_the_figures_of_either_side() -> None:
    claim = "rise trade.exports(RUS, JPN) over 2017-01/2017-03 = 29 %"
    for text, verdict in (
        ("Рост составил 29%, сказал российский дипломат.", Verdict.NOT_CHECKABLE),
        ("Рост составил 29%, сказал премьер-министр.", Verdict.FAILS),
    ):
        mention = Mention(proposition=parse(claim), anchor="29%", span=(14, 17), voice="RUS", confidence=0.7)
        assert check_mention(mention, text, date(2017, 6, 1)).finding.verdict == verdict


def test_a_sum_without_some_of_a_group_is_of_another_group() -> None:
    claim = "trade.exports(UZB, CIS) in 2021 = 7.5e9 USD"
    for text, verdict in (
        ("Экспорт в страны СНГ, не считая Россию, составил 7,5 млрд долларов.", Verdict.NOT_CHECKABLE),
        ("Кроме того, экспорт в страны СНГ составил 7,5 млрд долларов.", Verdict.FAILS),
    ):
        at = text.index("7,5")
        mention = Mention(proposition=parse(claim), anchor="7,5 млрд долларов", span=(at, at + 17), confidence=0.7)
        assert check_mention(mention, text, date(2022, 1, 27)).finding.verdict == verdict


@pytest.mark.parametrize(
    ("claim", "text", "anchor", "outcome"),
    [
        # whose president? the text names no state
        ("office person:Лавров head_of_state RUS", "Президент Лавров промолчал.", "Президент", "unsure"),
        ("office person:Лавров head_of_state RUS", "Президент России Лавров промолчал.", "Президент", ""),
        (
            "office person:Медведев head_of_state RUS",
            "Медведев – формальный глава России.",
            "формальный глава",
            "unsure",
        ),
        # «состояла» is true of whoever once was in
        ("member GEO CIS", "Грузия состояла в СНГ.", "состояла в СНГ", "no_period"),
        ("member GEO CIS", "Грузия состоит в СНГ.", "состоит в СНГ", ""),
        ("left UZB NATO", "Узбекистан вышел из НАТО.", "вышел из НАТО", "unsure"),
        # who never was near a body is seldom said to have joined it
        ("joined USA CSTO", "США задумались, а республика вступила в ОДКБ.", "вступила в ОДКБ", "unsure"),
        ("not visit KAZ -> MDA", "В Кишинёв не поедут.", "не поедут", "undated"),
        # another Fernández was the president of Argentina
        ("office person:Фернандес head_of_state IND", "Глава Индии Фернандес молчит.", "Глава Индии", "unsure"),
        ("gdp(RUS) in 2013 = 1.8 %", "В России было 1,8 процента.", "1,8 процента", "unsure"),
        ("rank 1 of NATO by military.spending: POL in 2022", "Польша первая: 3,9 % ВВП.", "Польша первая", "unsure"),
        ("rank 1 of NATO by military.spending: POL in 2022", "Польша первая в НАТО.", "Польша первая", ""),
    ],
)
def test_a_failure_by_a_likely_misreading_is_not_said(claim: str, text: str, anchor: str, outcome: str) -> None:
    verdict = Verdict.NOT_CHECKABLE if outcome else Verdict.FAILS
    assert said(claim, date(2023, 3, 1), text=text, anchor=anchor) == (verdict, outcome)
