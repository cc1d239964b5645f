"""Text is hostile, requests are too large, too many or from elsewhere; answers carry their guard."""

import re
import socket

import httpx
import pytest

from sverka.web.refusals import Refusal
from sverka.web.safety import Rate, token

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HOSTILE = (
    "«<script>alert(1)</script>», – заявил он. <img src=x onerror=alert(1)> \u202eЛипа\u202c \x00\x1b[31m "
    "{{ 7*7 }} {% raw %} ${7*7} javascript:alert(1) '\"><svg onload=alert(1)> Армения вступила в ЕАЭС в 2012 году. "
    "]]> --> </textarea></title></style>"
)


@pytest.mark.parametrize(
    "path",
    ["/ru/", "/en/api", "/ru/nothing", "/ru/c/none", "/api/v1/limits", "/api/v1/nothing", "/static/sverka.css", "/xx/"],
)
def test_every_answer_is_guarded(reader, path):
    headers = reader().get(path).headers
    assert headers["content-security-policy"] == POLICY
    assert headers["x-content-type-options"] == "nosniff" and headers["referrer-policy"] == "same-origin"
    assert "server" not in headers


def test_only_the_card_may_stand_in_other_pages(checked, reader):
    _, place = checked
    card = reader().get(f"{place}/claims/1/card")
    assert card.status_code == 200
    assert card.headers["content-security-policy"].endswith("frame-ancestors *")
    assert "set-cookie" not in card.headers and "<script" not in card.text and "<form" not in card.text


def test_nothing_inline_stands_in_any_page(checked, reader):
    client, place = checked
    for page in (client.get(place).text, client.get("/ru/").text, client.get("/en/api").text):
        assert not re.search(r"<script(?![^>]*\bsrc=\"/static/)", page)
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)
        assert not re.search(
            r"(src|href)=\"(?:https?:)?//(?!raw\.githubusercontent|[^\"]*\bexport\b)[^\"]*\.(js|css|woff2?)", page
        )


def test_a_hostile_text_is_shown_and_never_obeyed(reader, begin, finished):
    client = reader()
    place = begin(client, HOSTILE)
    with client.stream("GET", place) as under_way:
        streamed = "".join(under_way.iter_text())
    pages = [streamed, finished(client, place), client.get(place.replace("/ru/", "/en/")).text]
    pages += [client.get(f"{place}/print").text, client.get(f"{place}/export/report.html").text]
    pages += [client.get(f"{place}/claims/{n}/{what}").text for n in (1, 2) for what in ("card", "edit")]
    for page in pages:
        assert "<script>alert" not in page and "<img src=x" not in page and "<svg onload" not in page
        assert "\u202e" not in page and "\x00" not in page and "\x1b" not in page
        assert "${7*7}" in page or "7*7" not in page
    review = client.get(f"{place}/export/claimreview.json").text
    assert "<" not in review and "\u202e" not in review


def test_a_text_typed_wrong_comes_back_escaped(reader, token):
    client = reader()
    sent = {"token": token(client.get("/en/").text), "text": HOSTILE, "published": "<b>x"}
    page = client.post("/en/check", data=sent).text
    assert "</textarea></title>" not in page and "<b>x" not in page and "&lt;/textarea&gt;" in page


def test_a_form_from_elsewhere_is_refused(reader, token):
    client = reader()
    sent = {"token": token(client.get("/en/").text), "text": "Armenia joined the EAEU in 2015.", "published": ""}
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert client.post("/en/check", data=sent, headers=headers).status_code == 403
    assert client.post("/en/check", data=sent | {"token": ""}).status_code == 403
    assert client.post("/en/check", data=sent | {"token": "ж"}).status_code == 403
    stranger = reader()
    stranger.get("/en/")
    assert stranger.post("/en/check", data=sent).status_code == 403
    own = {"Origin": str(client.base_url).rstrip("/"), "Sec-Fetch-Site": "same-origin"}
    assert client.post("/en/check", data=sent, headers=own).status_code == 303


def test_a_cookie_is_for_this_server_alone(reader, address):
    cookie = reader().get("/en/").headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=Lax" in cookie and "Path=/" in cookie
    forged = httpx.get(f"{address}/en/", cookies={"sverka": "x'; DROP"})
    assert "set-cookie" in forged.headers


def test_tokens_differ_from_reader_to_reader():
    assert token("a" * 43) != token("b" * 43) and len(token("a" * 43)) == 64


def test_a_body_that_is_too_large_is_refused_before_it_is_read(reader):
    client = reader()
    answer = client.post("/en/check", content=b"x" * 5_000_000)
    assert answer.status_code == 413 and "4 MB" in answer.text
    assert client.post("/api/v1/check", content=b" " * 4_100_000).status_code == 413


def test_a_body_that_hides_its_size_is_refused_when_it_grows_too_large(reader):
    def endless():
        for _ in range(80):
            yield b"text=" + b"x" * 100_000

    client = reader()
    answer = client.post("/en/check", content=endless(), headers={"Content-Type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


def test_broken_requests_do_not_break_the_server(reader, address):
    client = reader()
    for content, kind in (
        (b"--x\r\n", "multipart/form-data; boundary=x"),
        (b"\xff\xfe\x00", "multipart/form-data"),
        (b"%%%=%zz&&&&", "application/x-www-form-urlencoded"),
        (b"&".join(b"a=1" for _ in range(5_000)), "application/x-www-form-urlencoded"),
        (b"{", "application/json"),
    ):
        answer = client.post("/en/check", content=content, headers={"Content-Type": kind})
        assert 400 <= answer.status_code < 500 and "Traceback" not in answer.text
    host, port = address.removeprefix("http://").split(":")
    for raw in (
        b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET //..%2f..%2fetc/passwd HTTP/1.0\r\n\r\n",
    ):
        with socket.create_connection((host, int(port)), 10) as wire:
            wire.sendall(raw)
            assert b"root:" not in wire.recv(4096)
    assert client.get("/en/").status_code == 200


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fapp.py", "/static//etc/passwd", "/ru/c/..%2f..%2fx",
     "/ru/c/x/export/..%2f..%2f..%2fetc%2fpasswd", "/ru/c/%00", "/api/v1/record/..%2fstates"],
)  # fmt: skip
def test_no_path_from_outside_is_a_path_here(reader, address, path):
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), 10) as wire:
        wire.sendall(f"GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
        told = b""
        while piece := wire.recv(65536):
            told += piece
    assert told.split(b" ", 2)[1] in (b"400", b"404") and b"root:" not in told and b"create_app" not in told


def test_errors_say_one_line_in_the_readers_language(reader):
    client = reader()
    for tongue, said in (("ru", "Здесь ничего нет"), ("en", "There is nothing here")):
        page = client.get(f"/{tongue}/nothing")
        told = re.findall(r'<p class="refusal"[^>]*>([^<]*)</p>', page.text)
        assert page.status_code == 404 and len(told) == 1 and said in told[0] and "\n" not in told[0]


def test_a_rate_lets_a_burst_through_and_then_asks_to_wait():
    now = 0.0
    rate = Rate(60, clock=lambda: now)
    for _ in range(60):
        rate.take("1.2.3.4")
    with pytest.raises(Refusal) as refused:
        rate.take("1.2.3.4")
    assert refused.value.status == 429 and refused.value.retry == 2
    rate.take("5.6.7.8")
    now = 3.0
    for _ in range(3):
        rate.take("1.2.3.4")
    with pytest.raises(Refusal):
        rate.take("1.2.3.4")


def test_a_rate_forgets_the_oldest_addresses():
    rate = Rate(1, clock=lambda: 0.0, most=10)
    for number in range(1000):
        rate.take(str(number))
    assert len(rate._left) == 10
