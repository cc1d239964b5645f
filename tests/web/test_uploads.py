"""Files become texts; what is locked, broken, a bomb or no text is refused with the reason."""

import asyncio
import html
import io
import random
import zipfile
import zlib

import pytest
from benchmarks.fuzz.uploads import minimal_pdf
from docx import Document
from pypdf import PdfReader, PdfWriter

from sverka.web import extract
from sverka.web.refusals import Refusal
from sverka.web.uploads import text_of

SAID = "Армения вступила в ЕАЭС в 2015 году."
LIMIT = 40_000


def text(name, content):
    return asyncio.run(text_of(name, content, LIMIT))


def docx(*paragraphs, table=()):
    document = Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        made = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(made.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def stretched(columns):
    """A .docx with a cell that says it is so many columns wide."""
    document = Document()
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    cells[0].merge(cells[1]).text = SAID
    out, plain = io.BytesIO(), io.BytesIO()
    document.save(plain)
    with zipfile.ZipFile(plain) as given, zipfile.ZipFile(out, "w") as made:
        for name in given.namelist():
            made.writestr(name, given.read(name).replace(b'gridSpan w:val="2"', f'gridSpan w:val="{columns}"'.encode()))
    return out.getvalue()


def pdf(words, pages=1):
    """A PDF of Latin words."""
    return minimal_pdf(f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode("latin-1"), pages)


def locked(content):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt("secret", algorithm="RC4-128")
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def zipped(**members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/").replace("_xml", ".xml"), content)
    return out.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
def test_plain_text_is_read_in_its_encoding(encoding):
    assert text("a.txt", (SAID + "\r\nЕщё строка о торговле с соседями.").encode(encoding)).startswith(SAID + "\n")


def test_a_page_is_read_without_its_scripts_and_navigation():
    page = (
        "<!doctype html><html><head><title>T</title><style>p{}</style><body><nav><a>Меню</a></nav><script>var x='<p>';"
        f"</script><p>{SAID}<br>Вторая&nbsp;строка &amp; <b>ещё</b></p><p>Третья<footer>Подвал</footer>"
    )
    assert text("a.html", page.encode()) == f"{SAID}\n\nВторая строка & ещё\n\nТретья"
    assert text("a.html", page.encode("cp1251")) == f"{SAID}\n\nВторая строка & ещё\n\nТретья"


def test_a_document_is_read_with_its_tables_in_order():
    assert text("a.docx", docx(SAID, "Ещё.", table=(("Год", "Оборот"), ("2021", "25")))) == (
        f"{SAID}\n\nЕщё.\n\nГод; Оборот\n\n2021; 25"
    )


def test_a_pdf_is_read_page_by_page():
    assert (
        text("a.pdf", pdf("Armenia joined the EAEU in 2015.", pages=2)).count("Armenia joined the EAEU in 2015.") == 2
    )


def test_a_file_is_known_by_what_is_in_it():
    assert "Armenia" in text("a.txt", pdf("Armenia joined the EAEU in 2015."))
    assert text("a.pdf", docx(SAID)) == SAID


def test_lines_of_a_printed_page_become_paragraphs():
    page = "Товарооборот двух стран за прошедший год вы-\nрос на треть и составил около 25 млрд.\nКонец.\n\nДальше"
    assert extract.unwrapped(page).startswith("Товарооборот двух стран за прошедший год вырос на треть")
    assert extract.unwrapped(page).endswith("\n\nДальше")


BOMB = b"<w:document>" + b" " * 70_000_000 + b"</w:document>"
ENTITIES = (
    b'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (98 + n, (b"&%c;" % (97 + n)) * 10) for n in range(9))
    + b"]><w:document>&j;</w:document>"
)


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"text\x00\x00text", "encoding"),
        ("a.txt", bytes(range(128, 256)) * 20, "encoding"),
        ("a.png", b"\x89PNG\r\n\x1a\n" + b"x" * 50, "kind"),
        ("a.doc", b"\xd0\xcf\x11\xe0" + b"x" * 50, "kind"),
        ("a.docx", zipped(word__document_xml=BOMB), "bomb"),
        ("a.docx", zipped(**{f"f{n}": b"" for n in range(2_100)}, word__document_xml=b"<a/>"), "bomb"),
        ("a.docx", stretched("99999999999"), "bomb"),
        ("a.docx", stretched("wide"), "broken"),
        ("a.docx", zipped(word__document_xml=ENTITIES), "broken"),
        ("a.docx", zipped(word__other_xml=b"<a/>"), "broken"),
        ("a.docx", docx(SAID)[:-200], "broken"),
        ("a.docx", b"PK\x03\x04" + b"\x00" * 200, "broken"),
        ("a.pdf", b"%PDF-1.7\n%broken", "broken"),
        ("a.pdf", locked(pdf("secret")), "locked"),
        ("a.pdf", pdf("x", pages=301), "pages"),
        ("a.pdf", pdf(""), "scan"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_no_text_is_refused_with_the_reason(name, content, code):
    with pytest.raises(Refusal) as refused:
        text(name, content)
    assert refused.value.code == code and "\n" not in str(refused.value)


def test_a_size_that_a_zip_file_lies_about_does_not_help_a_bomb():
    whole = bytearray(zipped(word__document_xml=BOMB))
    true, false = len(BOMB).to_bytes(4, "little"), (1_000).to_bytes(4, "little")
    with pytest.raises(Refusal) as refused:
        text("a.docx", bytes(whole).replace(true, false))
    assert refused.value.code in ("broken", "bomb", "heavy")


def test_a_page_of_pdf_that_never_ends_is_given_up():
    stream = b"BT /F1 12 Tf " + b"[(a)] TJ " * 300_000 + b"ET"
    packed = zlib.compress(stream * 20)
    whole = pdf("x").replace(b"<< /Length 34 >>", f"<< /Filter /FlateDecode /Length {len(packed)} >>".encode())
    start = whole.index(b"stream\n") + 7
    whole = whole[:start] + packed + whole[whole.index(b"\nendstream") :]
    assert outcome("a.pdf", whole) in ("read", "heavy", "broken", "bomb", "scan")


def outcome(name, content):
    """How a file fares: read, within bounds, or the code of its refusal."""
    try:
        read = text(name, content)
    except Refusal as refused:
        return refused.code
    return "read" if len(read) <= 2 * LIMIT else "endless"


def test_broken_files_are_always_refused_or_read():
    rng = random.Random(20261123)
    for whole, name in ((docx(SAID), "a.docx"), (pdf("Armenia joined."), "a.pdf"), (b"<html><p>x</p>" * 9, "a.html")):
        for _ in range(4):
            broken = bytearray(whole)
            for _ in range(rng.randint(1, 40)):
                broken[rng.randrange(4, len(broken))] = rng.randrange(256)
            cut = bytes(broken[: rng.randrange(50, len(broken))])
            assert outcome(name, cut) in (
                "read",
                "empty",
                "encoding",
                "kind",
                "bomb",
                "locked",
                "broken",
                "scan",
                "heavy",
            )


def test_what_opens_a_file_does_not_know_the_servers_passwords(monkeypatch, tmp_path):
    spy = tmp_path / "python"
    spy.write_text("#!/bin/sh\nexec /usr/bin/env\n", encoding="ascii")
    spy.chmod(0o755)
    monkeypatch.setenv("SVERKA_STORE", "postgresql://somebody:secret@host/db")
    monkeypatch.setattr("sys.executable", str(spy))
    assert "secret" not in text("a.pdf", b"%PDF-1.4")


def test_an_upload_is_checked_like_a_text(reader, token, finished):
    client = reader()
    form = {"token": token(client.get("/ru/").text), "text": "", "published": "2016-01-01", "language": "ru"}
    sent = client.post("/ru/check", data=form, files={"file": ("статья.docx", docx(SAID))})
    assert sent.status_code == 303
    assert SAID[:7] in finished(client, sent.headers["location"])


def test_an_upload_that_is_refused_says_so_on_the_form(reader, token):
    client = reader()
    form = {"token": token(client.get("/en/").text), "text": "", "published": "", "language": ""}
    sent = client.post("/en/check", data=form, files={"file": ("../../etc/passwd.docx", zipped(x=b"y"))})
    assert sent.status_code == 422 and "The file is broken" in sent.text and "passwd" not in sent.text


@pytest.mark.parametrize(
    ("name", "content", "status", "said"),
    [
        (
            *("bomb.docx", zipped(word__document_xml=BOMB), 422),
            {
                "ru": "Файл распаковывается в слишком большой; пришлите только текст.",
                "en": "The file unpacks to something too large; send the text alone.",
            },
        ),
        (
            *("many.pdf", pdf("x", pages=301), 422),
            {
                "ru": "В файле слишком много страниц; пришлите не больше 300.",
                "en": "The file has too many pages; send at most 300.",
            },
        ),
        (
            *("hostile.pdf", b"%PDF-1.7\n1 0 obj << /Kids [1 0 R] /Parent 1 0 R /Count 99999999999 >> endobj", 422),
            {
                "ru": "Файл повреждён или он не того вида; сохраните его заново или вставьте текст.",
                "en": "The file is broken or not of its kind; save it again, or paste the text.",
            },
        ),
        (
            *("null.txt", b"Armenia\x00joined", 415),
            {
                "ru": "Кодировка файла не распознана; сохраните его как UTF-8.",
                "en": "The file's encoding was not recognised; save it as UTF-8.",
            },
        ),
        (
            *("page.html", b"<script>alert('x')</script>", 400),
            {
                "ru": "Текста нет; вставьте статью или выберите файл.",
                "en": "There is no text; paste an article or choose a file.",
            },
        ),
        (
            *("article.txt", b"\x89PNG\r\n\x1a\n" + b"x" * 90, 415),
            {
                "ru": "Такие файлы не читаются; пришлите .txt, .html, .docx или .pdf.",
                "en": "Such files are not read; send .txt, .html, .docx or .pdf.",
            },
        ),
    ],
    ids=["zip bomb", "300 pages", "pages within themselves", "null bytes", "script alone", "a picture named .txt"],
)
def test_a_hostile_upload_is_refused_in_exactly_these_words(name, content, status, said, reader, token):
    for language, words in said.items():
        client = reader()
        form = {"token": token(client.get(f"/{language}/").text), "text": "", "published": "", "language": ""}
        sent = client.post(f"/{language}/check", data=form, files={"file": (name, content)})
        assert sent.status_code == status
        assert words in html.unescape(sent.text)
        assert "alert(" not in sent.text and "Traceback" not in sent.text
