"""The pages that explore: addresses that restore what they show, files, refusals in one line."""

import json
import re

import httpx
import pytest

from sverka.reports import world
from sverka.web.vendoring import PACKAGES, Package, fetch, fetch_missing, missing


@pytest.fixture(scope="module")
def site(address: str) -> httpx.Client:
    with httpx.Client(base_url=address, timeout=180) as client:
        yield client


def _alert(answer: httpx.Response) -> str:
    return answer.text.split('role="alert">', 1)[1].split("<", 1)[0]


@pytest.mark.parametrize("tongue", ["ru", "en"])
@pytest.mark.parametrize(
    "place", ["explore", "explore/state/KAZ", "explore/organization/CSTO", "explore/pair/RUS/KAZ", "explore/compare"]
)
def test_pages_come_in_both_languages(site: httpx.Client, tongue: str, place: str) -> None:
    answer = site.get(f"/{tongue}/{place}?from=2010&to=2020" if "/" in place else f"/{tongue}/{place}")
    assert answer.status_code == 200 and f'<html lang="{tongue}">' in answer.text


def test_forms_lead_to_the_address_that_is_kept(site: httpx.Client) -> None:
    answer = site.get("/ru/explore/go", params={"state": "Казахстан", "other": "UZB"})
    assert answer.status_code == 303 and answer.headers["location"] == "/ru/explore/pair/KAZ/UZB"
    assert site.get("/en/explore/go").headers["location"] == "/en/explore"


def test_each_exhibit_names_its_sources_and_files(site: httpx.Client) -> None:
    page = site.get("/en/explore/pair/RUS/KAZ?from=2010&to=2020").text
    assert 'href="/en/sources#kazakhstan"' in page
    assert 'href="/en/explore/pair/RUS/KAZ/trade-there.csv?from=2010&amp;to=2020"' in page
    assert 'href="/en/explore/pair/RUS/KAZ?from=2010&amp;to=2020#trade-there"' in page


def test_pages_that_a_row_rests_on_are_links_called_by_their_host(site: httpx.Client) -> None:
    page = site.get("/en/explore/organization/EAEU").text
    assert re.search(r'<td><a href="https?://[^"]+" rel="noreferrer">[a-z0-9.-]+ \(', page)


def test_files_hold_what_the_page_shows(site: httpx.Client) -> None:
    base = "/en/explore/pair/RUS/KAZ/trade-there"
    table = site.get(f"{base}.csv?from=2019&to=2020")
    assert table.headers["content-type"].startswith("text/csv")
    assert {line.split(",")[0] for line in table.text.splitlines()[1:]} == {"2019", "2020"}
    assert site.get(f"{base}.svg?from=2019&to=2020").text.startswith("<svg")
    assert site.get(f"{base}.png?from=2019&to=2020").content.startswith(b"\x89PNG")
    assert "RUS-KAZ-trade-there-2019-2020" in table.headers["content-disposition"]


@pytest.mark.parametrize(
    ("place", "status", "said"),
    [
        ("explore/state/XXX", 404, "XXX"),
        ("explore/organization/Nowhere", 404, "Nowhere"),
        ("explore/pair/RUS/RUS", 400, "same state twice"),
        ("explore/pair/CSK/KAZ", 200, ""),
        ("explore/pair/DDR/KAZ", 400, "did not live at the same time"),
        ("explore/state/KAZ?from=1950&to=1960", 400, "since 16 December 1991"),
        ("explore/state/KAZ?from=2020&to=2010", 400, "out of order"),
        ("explore/state/KAZ?from=abc", 400, "Not a year: “abc”"),
        ("explore/state/KAZ/nothing.csv", 404, "nothing here"),
        ("explore/state/KAZ/trade.exe", 404, "nothing here"),
        ("explore/map?show=nothing", 404, "nothing here"),
        ("explore/map?show=imports", 404, "no state"),
        ("explore/map?show=members&of=Nowhere", 404, "Nowhere"),
        ("explore/compare.csv", 404, "nothing here"),
    ],
)
def test_what_cannot_be_shown_is_refused_in_one_line(site: httpx.Client, place: str, status: int, said: str) -> None:
    answer = site.get(f"/en/{place}")
    assert answer.status_code == status
    assert not said or said in _alert(answer)


def test_hostile_years_and_names_are_escaped(site: httpx.Client) -> None:
    answer = site.get("/en/explore/state/KAZ", params={"from": "<script>alert(1)</script>"})
    assert answer.status_code == 400 and "<script>alert" not in answer.text
    named = site.get("/en/explore/go", params={"state": "<script>alert(1)</script>"})
    assert named.status_code >= 400 and "<script>alert" not in named.text


def test_two_pairs_share_one_chart_and_one_table(site: httpx.Client) -> None:
    asked = {"a": "RUS", "b": "KAZ", "c": "RUS", "d": "UZB", "show": "exports", "from": "2015", "to": "2019"}
    table = site.get("/en/explore/compare.csv", params=asked).text
    assert {line.split(",")[0] for line in table.splitlines()[1:]} == {"RUS|KAZ", "RUS|UZB"}
    page = site.get("/en/explore/compare", params=asked).text
    assert "Russia – Kazakhstan" in page and "Russia – Uzbekistan" in page and "<svg" in page


@pytest.mark.skipif(not world.is_there(), reason="the map files need the npm registry at install")
def test_the_map_gives_every_year_to_its_script(site: httpx.Client) -> None:
    told = json.loads(site.get("/en/explore/map.json?show=members&of=EU").text)
    year = 2004 - told["first"]
    assert told["labels"][told["values"]["POL"][year]] == "member"
    assert told["values"]["POL"][year - 1] != told["values"]["POL"][year]
    shapes = json.loads(site.get("/en/explore/world.json").text)
    assert {dot[0] for dot in shapes["dots"]} >= {"MLT", "SGP"} and shapes["objects"]["countries"]["geometries"]


@pytest.mark.skipif(not world.is_there(), reason="the map files need the npm registry at install")
def test_the_map_stands_in_the_page_without_a_script(site: httpx.Client) -> None:
    page = site.get("/en/explore/map?show=members&of=EU&year=2004").text
    assert "Poland: member" in page and "de facto" in page and '<output for="year" id="year-told">2004' in page
    assert site.get("/en/explore/map.csv?show=members&of=EU&year=2004").text.count("\n") > 25
    assert site.get("/en/explore/map.svg?show=members&of=EU&year=2004").text.startswith("<svg")


def test_a_map_outside_its_years_shows_the_nearest(site: httpx.Client) -> None:
    assert 'id="map-year">2014<' in site.get("/en/explore/map?show=members&of=EAEU&year=1950").text


def test_sources_say_how_to_cite_them(site: httpx.Client) -> None:
    page = site.get("/en/sources").text
    assert 'id="un-votes"' in page and "Voeten, Erik (2013)" in page and 'id="record"' in page
    bib = site.get("/ru/sources.bib")
    assert bib.text.count("@misc{") >= 20 and "attachment" in bib.headers["content-disposition"]


def test_packages_are_pinned_and_refused_when_they_are_not_the_published_ones(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path_factory.mktemp("registry")
    package = Package("thing", "1.0.0", PACKAGES[0].integrity, ("dist/thing.js",), folder / "kept")
    place = folder / "thing" / "-" / "thing-1.0.0.tgz"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"not the published file")
    monkeypatch.setenv("NPM_CONFIG_REGISTRY", folder.as_uri())
    with pytest.raises(ValueError, match="is not the published file"):
        fetch(package)
    assert missing([package]) == [package] and not (folder / "kept").exists()
    assert "pages without maps" in fetch_missing([package])
