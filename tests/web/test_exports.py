"""Each export is whole, sound and harmless, and a replay of the JSON finds nothing different."""

import csv
import html
import io
import json
import re
import struct
import xml.etree.ElementTree as ET

from sverka.reports.report import Report, replay


def test_json_is_a_report_that_replays_the_same(checked):
    client, place = checked
    answer = client.get(f"{place}/export/report.json")
    assert "attachment" in answer.headers["content-disposition"]
    report = Report.loads(answer.text)
    assert report.checked and replay(report) == []


def test_the_table_has_a_row_for_every_claim(checked):
    client, place = checked
    content = client.get(f"{place}/export/claims.csv").content
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    report = Report.loads(client.get(f"{place}/export/report.json").text)
    assert [row["verdict"] for row in rows] == [str(c.finding.verdict) for c in report.checked]
    for row, checked_ in zip(rows, report.checked, strict=True):
        assert report.text[int(row["start"]) : int(row["end"])] == checked_.mention.anchor
    assert all(row["source"] and row["place"] for row in rows if row["verdict"] in ("holds", "fails"))


def test_no_cell_is_a_formula(reader, begin, finished):
    client = reader()
    place = begin(client, "Товарооборот Казахстана и России в 2021 году составил -=+@25 млрд долларов.")
    finished(client, place)
    rows = csv.reader(io.StringIO(client.get(f"{place}/export/claims.csv").content.decode("utf-8-sig")))
    assert not any(cell[:1] in "=+-@" for row in rows for cell in row if cell and not re.fullmatch(r"-?\d+", cell))


def test_the_page_of_its_own_needs_no_server(checked):
    client, place = checked
    for address in (f"{place}/export/report.html", f"{place}/print"):
        answer = client.get(address)
        page = answer.text
        assert "<style>" in page and "/static/" not in page and "<script" not in page and "<svg" in page
        assert "script-src" not in answer.headers["content-security-policy"]
        assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_claim_reviews_have_what_archives_ask_for(checked):
    client, place = checked
    answer = client.get(f"{place}/export/claimreview.json")
    assert answer.headers["content-type"] == "application/ld+json"
    reviews = json.loads(answer.text)["@graph"]
    claims = json.loads(client.get(f"{place}/export/report.json").text)["claims"]
    rated = [claim for claim in claims if claim["verdict"] not in ("not covered", "not checkable")]
    assert len(reviews) == len(rated) > 1
    for review, claim in zip(reviews, rated, strict=True):
        assert review["@type"] == "ClaimReview" and review["itemReviewed"]["text"] == claim["anchor"]
        assert review["itemReviewed"]["datePublished"] == "2022-02-14"
        rating = review["reviewRating"]
        assert (rating["worstRating"], rating["bestRating"]) == (1, 5)
        assert rating["ratingValue"] == {"holds": 5, "fails": 1}.get(claim["verdict"], 3)
        assert review["url"].startswith("http://127.0.0.1") and f"{place}#c" in review["url"]


def test_exports_speak_the_language_of_the_address(checked):
    client, place = checked
    english = place.replace("/ru/", "/en/")
    reviews = json.loads(client.get(f"{english}/export/claimreview.json").text)["@graph"]
    assert {review["inLanguage"] for review in reviews} == {"en"}
    assert {review["reviewRating"]["alternateName"] for review in reviews} <= {
        "holds", "fails", "depends", "sources disagree", "too close to say",
    }  # fmt: skip


def test_a_chart_can_be_kept_as_lines_and_as_dots(checked):
    client, place = checked
    number = re.search(r"/claims/(\d+)/chart\.svg", client.get(place).text)[1]
    lines = client.get(f"{place}/claims/{number}/chart.svg?download=1")
    assert "attachment" in lines.headers["content-disposition"] and "#ffffff" in lines.text
    assert ET.fromstring(lines.text).tag.endswith("svg")
    dots = client.get(f"{place}/claims/{number}/chart.png").content
    assert dots.startswith(b"\x89PNG\r\n\x1a\n") and struct.unpack(">I", dots[16:20])[0] > 600


def test_what_has_no_chart_has_no_picture(checked):
    client, place = checked
    claims = json.loads(client.get(f"{place}/export/report.json").text)["claims"]
    thesis = next(n for n, claim in enumerate(claims, 1) if claim["kind"] == "thesis")
    for address in (
        f"claims/{thesis}/chart.svg",
        "claims/999/chart.svg",
        "claims/0/card",
        "claims/1/chart.gif",
        "claims/x/card",
    ):
        assert client.get(f"{place}/{address}").status_code == 404


def test_a_card_says_the_whole_of_one_claim(checked, reader):
    _, place = checked
    card = reader().get(f"{place}/claims/1/card").text
    assert card.count("<article") == 1 and f'href="{place}#c1"' in card


def test_the_code_that_embeds_a_card_leads_to_it(checked, reader):
    _, place = checked
    page = reader().get(f"{place}/claims/1/embed")
    assert page.headers["content-security-policy"].endswith("frame-ancestors 'none'")
    code = html.unescape(re.search(r'<textarea id="snippet"[^>]*>(.*?)</textarea>', page.text, re.DOTALL)[1])
    assert code.startswith("<iframe ") and "<iframe" not in page.text
    assert reader().get(re.search(r'src="([^"]+)"', code)[1]).status_code == 200
    assert reader().get(f"{place}/claims/99/embed").status_code == 404
