"""World maps: whom a shape stands for, how numbers become classes, and what is said of those without a place."""

import math
import re
from datetime import date

import pytest

from sverka.errors import ReportError
from sverka.record import organizations
from sverka.reports import maps, world

pytestmark = pytest.mark.skipif(not world.is_there(), reason="the map files need the npm registry at install")
TODAY = date(2020, 6, 1)


def test_a_shape_stands_for_the_state_of_its_day() -> None:
    assert world.standing(TODAY)["KAZ"] == ("KAZ",)
    assert world.standing(date(1985, 1, 1))["KAZ"] == ("SUN",)
    assert world.standing(date(1950, 1, 1))["KEN"] == ()


def test_kosovo_has_a_shape_though_it_has_no_number() -> None:
    assert "XKX" in world.shapes()


def test_small_states_are_dots_near_their_place() -> None:
    at = {dot.state: (dot.longitude, dot.latitude) for dot in world.dots()}
    assert at["SGP"] == pytest.approx((103.8, 1.35), abs=0.2)
    assert at["MLT"] == pytest.approx((14.4, 35.9), abs=0.2)


def test_every_member_of_the_united_nations_has_a_place_but_the_smallest() -> None:
    lost = world.unplaced(organizations.members("UN", TODAY), TODAY)
    assert lost == ["TUV"]


def test_states_without_a_place_are_named_and_the_lines_are_explained() -> None:
    drawn = maps.choropleth({"DDR": 1.0, "FRA": 2.0}, "T", "en", on=TODAY)
    assert "East Germany" in drawn and "de facto" in drawn


def test_what_a_shape_shows_is_said_to_whoever_points_at_it() -> None:
    drawn = maps.choropleth({"KAZ": 1.5, "SGP": -2.0}, "T", "ru", "%", on=TODAY)
    assert "<title>Казахстан: 1,5\xa0%</title>" in drawn
    assert "<title>Сингапур: −2\xa0%</title>" in drawn


def test_losses_and_gains_meet_at_zero() -> None:
    drawn = maps.choropleth(dict(zip(world.shapes(), (n - 20 for n in range(40)), strict=False)), "T", "en", on=TODAY)
    fills = re.findall(r'fill="(#[0-9a-f]{6})"', drawn)
    assert set(maps.LOSSES) | set(maps.GAINS) <= set(fills)


def test_numbers_of_one_sign_deepen() -> None:
    values = dict(zip(world.shapes(), (float(n) for n in range(1, 101)), strict=False))
    drawn = maps.choropleth(values, "T", "en", on=TODAY)
    assert set(maps.SEQUENCE) <= set(re.findall(r'fill="(#[0-9a-f]{6})"', drawn))


@pytest.mark.parametrize("values", [{}, {"FRA": math.nan}, {"FRA": 1.0}, {"FRA": 0.0, "DEU": 0.0}])
def test_few_or_no_numbers_still_make_a_map(values: dict[str, float]) -> None:
    assert maps.choropleth(values, "T", "en", on=TODAY).startswith("<svg")


def test_classes_have_a_legend_and_hostile_words_stay_words() -> None:
    drawn = maps.classes({"FRA": "a'<b>\\", "DEU": "other"}, ["a'<b>\\", "other"], "<T>", "en", blank="none", on=TODAY)
    assert "<b>" not in drawn and "<T>" not in drawn
    assert "a'&lt;b&gt;\\" in drawn


def test_without_the_map_files_one_line_says_what_to_type(
    monkeypatch: pytest.MonkeyPatch, tmp_path: pytest.TempPathFactory
) -> None:
    monkeypatch.setattr(world, "FOLDER", tmp_path)
    world._file.cache_clear()
    assert not world.is_there()
    with pytest.raises(ReportError, match=r"python -m sverka\.web\.vendoring"):
        world._file("110m")
