"""What a record does not refute, though it has something else beside it."""

from datetime import date

import pytest

from sverka.checking.check import SURE_ENOUGH, SURE_TO_FAIL, check, check_mention
from sverka.checking.finding import Verdict
from sverka.claims import Mention, parse


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        # by its words it is nearest to another treaty of the two
        ('sign USA, RUS -> "treaty:договор о сокращении стратегических наступательных вооружений" in 2010-04-08',
         Verdict.HOLDS),
        ('sign USA, RUS -> "treaty:договор о сокращении стратегических наступательных вооружений" in 2014-04-08',
         Verdict.NOT_COVERED),
        ('sign USA, RUS -> "treaty:СНВ-3" in 2010-04-08', Verdict.HOLDS),
        ('sign USA, RUS -> "treaty:СНВ-3" in 2013-04-08', Verdict.FAILS),
        # who is at a summit from the 15th may have come the day before
        ("visit person:Буш, USA -> RUS in 2006-07-14", Verdict.NOT_COVERED),
        ("visit person:Буш, USA -> RUS in 2006-07-10", Verdict.FAILS),
        # no act founded the grouping: its ministers met first, then its leaders
        ("founded BRICS in 2006", Verdict.TOO_CLOSE),
        ("founded BRICS in 2001", Verdict.FAILS),
        ("founded SCO in 1999", Verdict.FAILS),
    ],
)  # fmt: skip
def test_a_neighbour_refutes_only_what_it_is(claim: str, verdict: Verdict) -> None:
    assert check(parse(claim)).verdict == verdict


def test_a_holder_called_by_another_part_of_his_name_is_nobody_else() -> None:
    day = date(2020, 9, 21)
    assert check(parse("office person:Заид foreign_minister ARE"), published=day).verdict == Verdict.NOT_COVERED
    assert check(parse("office person:Лавров foreign_minister ARE"), published=day).verdict == Verdict.FAILS


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Министр иностранных дел Владимир Огрызко прибыл в Вену", Verdict.FAILS),
        ("Место уволенного с поста министра Владимира Огрызко займёт посол", Verdict.DEPENDS),
        ("Затем Владимир Огрызко работал послом и являлся министром иностранных дел", Verdict.DEPENDS),
    ],
)
def test_who_left_a_post_or_held_it_once_is_no_holder_today(words: str, verdict: Verdict) -> None:
    day = date(2009, 10, 9)
    assert check(parse("office person:Огрызко foreign_minister UKR"), published=day, words=words).verdict == verdict


def test_a_body_that_took_another_name_is_counted_from_either() -> None:
    assert check(parse("founded OTS in 2021-11")).verdict == Verdict.DEPENDS
    assert check(parse("founded OTS in 2009")).verdict == Verdict.HOLDS
    assert check(parse("founded OTS in 2015")).verdict == Verdict.FAILS


@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        ("member TKM CIS in 2013", Verdict.DEPENDS),
        ("member UKR CIS in 2013", Verdict.NOT_COVERED),  # contested, so nothing in the record decides
        ("member TKM CIS in 1995", Verdict.HOLDS),
        ("member GEO CIS in 2013", Verdict.FAILS),
    ],
)
def test_who_takes_part_without_full_membership_is_counted_in_or_not(claim: str, verdict: Verdict) -> None:
    assert check(parse(claim)).verdict == verdict


@pytest.mark.parametrize(("year", "verdict"), [(2017, Verdict.HOLDS), (2010, Verdict.FAILS)])
def test_more_is_asked_before_a_failure_is_said(year: int, verdict: Verdict) -> None:
    text = f"Индия вступила в ШОС в {year} году."
    for confidence, expected in (
        ((SURE_ENOUGH + SURE_TO_FAIL) / 2, verdict if verdict == Verdict.HOLDS else Verdict.NOT_CHECKABLE),
        (SURE_TO_FAIL, verdict),
    ):
        claim = parse(f"joined IND SCO in {year}")
        mention = Mention(proposition=claim, anchor=text[:-1], span=(0, len(text) - 1), confidence=confidence)
        assert check_mention(mention, text, date(2020, 7, 11)).finding.verdict == expected
