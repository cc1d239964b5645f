"""A text is sent, its claims arrive one by one, the finished page stays."""

import re

import pytest


def test_the_first_page_leads_by_the_browsers_language(reader):
    client = reader()
    russian = client.get("/", headers={"Accept-Language": "ru-RU,ru;q=0.9,en;q=0.8"})
    english = client.get("/", headers={"Accept-Language": "de,en;q=0.5"})
    assert (russian.headers["location"], english.headers["location"]) == ("/ru/", "/en/")


def test_claims_arrive_while_others_are_still_checked(reader, begin, article):
    client = reader()
    place = begin(client, article * 3)
    seen = []
    with client.stream("GET", place) as under_way:
        assert under_way.status_code == 200
        for piece in under_way.iter_text():
            seen.append(piece)
    whole = "".join(seen)
    arrived = re.findall(r'class="arriving" data-claim="(\d+)"', whole)
    assert arrived == [str(number) for number in range(1, len(arrived) + 1)] and len(arrived) > 3
    first = next(index for index, piece in enumerate(seen) if 'data-claim="1" data-verdict' in piece)
    last = next(index for index, piece in enumerate(seen) if f'data-claim="{len(arrived)}" data-verdict' in piece)
    assert first < last
    assert whole.index('id="marked"') < whole.index('class="arriving"') and whole.rstrip().endswith("</html>")


def test_a_finished_page_puts_what_fails_first_and_offers_its_correction(reader, begin, finished):
    page = finished(client := reader(), begin(client, "Армения вступила в ЕАЭС в 2012 году. "))
    assert 'class="card edge-fails"' in page
    assert re.search(r'<textarea id="fix1" lang="ru" readonly[^>]*>[^<]*2015', page)
    assert 'data-copy="fix1"' in page


def test_a_chart_of_a_claim_is_a_picture_with_words(checked, reader):
    _, place = checked
    page = reader().get(place).text
    picture = re.search(r'<img src="([^"]+chart\.svg[^"]*)" alt="([^"]+)"', page)
    assert picture is not None and len(picture[2]) > 40
    drawn = reader().get(picture[1].replace("&amp;", "&"))
    assert drawn.headers["content-type"] == "image/svg+xml" and drawn.text.startswith("<svg")
    assert "prefers-color-scheme: dark" in drawn.text and "<script" not in drawn.text


def test_the_switch_of_language_keeps_the_page(checked, reader):
    _, place = checked
    page = reader().get(place).text
    other = place.replace("/ru/", "/en/", 1)
    assert f'href="{other}"' in page
    english = reader().get(other)
    assert english.status_code == 200 and '<html lang="en">' in english.text and "Товарооборот" in english.text


def test_a_text_of_another_language_is_said_to_be_unread(reader, begin, finished):
    client = reader()
    page = finished(
        client, begin(client, "Der Handel zwischen Deutschland und Frankreich wuchs im Jahr 2021 um zehn Prozent.")
    )
    assert 'class="card' not in page and client.get("/ru/").status_code == 200


@pytest.mark.parametrize(
    ("sent", "status", "said"),
    [
        ({"text": "   \n "}, 400, "Текста нет"),
        ({"text": "Армения. " * 6_000}, 413, "слишком длинный"),
        ({"text": "Армения", "published": "вчера"}, 400, "Это не дата"),
        ({"text": "Армения", "published": "3022-01-01"}, 400, "вне пределов"),
        ({"text": "Армения", "published": "1066-10-14"}, 400, "вне пределов"),
        ({"text": "Армения", "language": "xx"}, 400, "языка текста здесь нет"),
    ],
)
def test_what_cannot_be_checked_is_refused_in_one_line_and_stays_in_the_form(reader, token, sent, status, said):
    client = reader()
    form = {"token": token(client.get("/ru/").text), "text": "", "published": "", "language": ""} | sent
    answer = client.post("/ru/check", data=form)
    assert answer.status_code == status
    told = re.findall(r'<p class="refusal" role="alert"[^>]*>([^<]*)</p>', answer.text)
    assert len(told) == 1 and said in told[0]
    if len(sent["text"]) < 100:
        assert f">\n{sent['text']}</textarea>" in answer.text


def test_header_lines_give_the_date(reader, begin, finished):
    client = reader()
    page = finished(
        client, begin(client, "published: 2016-03-01\n\nАрмения вступила в ЕАЭС в 2015 году.", published="")
    )
    assert "1 марта 2016 года" in page
