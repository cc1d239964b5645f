"""Targets of uploads: pages, documents and PDFs, as the extracting process takes them, and through it."""

import asyncio
import io
import random
import zipfile
from functools import cache

from benchmarks.fuzz import mutations
from benchmarks.fuzz.target import Target, holds

_LIMIT = 40_000
_SAID = "Армения вступила в ЕАЭС в 2015 году. Товарооборот вырос на треть."
_ENDINGS = {"html": b"H", "docx": b"D", "pdf": b"P"}


def changed_zip(rng: random.Random, given: bytes, seeds: list[bytes], most: int) -> bytes:
    """A zipped file with one member changed and packed again, or its raw bytes changed."""
    if rng.random() < 0.25:
        return mutations.data(rng, given, seeds, most)
    try:
        with zipfile.ZipFile(io.BytesIO(given)) as packed:
            members = {name: packed.read(name) for name in packed.namelist()[:60]}
    except Exception:  # whatever a broken zip raises: it is changed as bytes
        return mutations.data(rng, given, seeds, most)
    if not members:
        return mutations.data(rng, given, seeds, most)
    heavy = [name for name in members if name.endswith("document.xml") or "sheet" in name or "sharedStrings" in name]
    name = rng.choice(heavy) if heavy and rng.random() < 0.7 else rng.choice(list(members))
    members[name] = _changed_xml(rng, members[name]) if rng.random() < 0.5 else mutations.data(
        rng, members[name], [members[rng.choice(list(members))]], most
    )  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for each, content in members.items():
            packed.writestr(each, content)
    return out.getvalue()


def _changed_xml(rng: random.Random, given: bytes) -> bytes:
    """XML that stays well formed: an element or attribute repeated, nested or given another value."""
    marks = [at for at in range(len(given)) if given[at : at + 1] == b"<"]
    if len(marks) < 3:
        return given
    first = rng.randrange(len(marks) - 1)
    start, end = marks[first], marks[min(first + rng.choice((1, 2, 4, 8)), len(marks) - 1)]
    piece = given[start:end]
    number = rng.choice((b"0", b"-1", b"99999999999", b"1e9", b"A1048577:XFD9", b"", b"NaN"))
    quoted = piece.split(b'"')
    if len(quoted) > 2 and rng.random() < 0.6:
        quoted[1] = number
        return given[:start] + b'"'.join(quoted) + given[end:]
    return given[:start] + piece * rng.choice((0, 2, 50)) + given[end:]


@cache
def _documents() -> list[bytes]:
    from docx import Document

    plain, tabled = Document(), Document()
    for document in (plain, tabled):
        document.add_paragraph(_SAID)
    table = tabled.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "Год"
    found = []
    for document in (plain, tabled):
        out = io.BytesIO()
        document.save(out)
        found.append(out.getvalue())
    return found


@cache
def _pdfs() -> list[bytes]:
    from pypdf import PdfReader, PdfWriter

    found = [_pdf("Armenia joined the EAEU in 2015."), _pdf("x", 9)]
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(found[0])))
    writer.compress_identical_objects()
    writer.pages[0].compress_content_streams()
    packed = io.BytesIO()
    writer.write(packed)
    writer.encrypt("", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    return [*found, packed.getvalue(), locked.getvalue()]


def minimal_pdf(content: bytes, pages: int = 1, encoding: bytes = b"") -> bytes:
    """A PDF of pages that all show one content stream, in Helvetica, as any printer makes it."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{' '.join(f'{5 + n} 0 R' for n in range(pages))}] /Count {pages} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica " + encoding + b">>",
        b"<< /Length " + str(len(content)).encode() + b" >>\nstream\n" + content + b"\nendstream",
    ]
    objects += [
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 3 0 R >> >> >>"
    ] * pages
    out, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{offset:010d} 00000 n \n".encode() for offset in offsets)
    return out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF".encode()


def _pdf(words: str, pages: int = 1) -> bytes:
    content = f"BT /F1 12 Tf 72 720 Td ({words}) Tj [(a) -250 (b)] TJ ET".encode("latin-1")
    return minimal_pdf(content, pages, b"/Encoding << /Differences [65 /A /B] >> ")


def _pages() -> list[bytes]:
    page = (
        "<!doctype html><html><head><title>T</title><meta charset=utf-8><style>p{}</style><body><nav><a>Меню</a></nav>"
        f"<script>var x='<p>';</script><p>{_SAID}<br>Вторая&nbsp;строка &amp; <b>ещё</b></p><table><tr><td>1</table>"
        "<!-- c --><![CDATA[x]]><?php ?><select><option>1</select><footer>Подвал</footer>"
    )
    return [page.encode(), page.replace("utf-8", "windows-1251").encode("cp1251"), page.encode("utf-16")]


def _limited() -> None:
    """The limits of the extracting process, on the worker."""
    import resource

    from sverka.web.extract import MEMORY

    resource.setrlimit(resource.RLIMIT_AS, (4 * MEMORY, 4 * MEMORY))


def _extract(kind: str) -> Target:
    def attempt(data: bytes) -> bool:
        from sverka.web import extract

        try:
            if kind == "pdf":
                text = extract.from_pdf(data, _LIMIT)
            else:
                text = extract.from_docx(data) if kind == "docx" else extract.from_html(data)
        except Exception:  # the process ends with code 3 on all of these; what matters is time, memory, panics
            return True
        holds(isinstance(text, str), "no text")
        holds(kind != "html" or len(text) <= 3 * len(data) + 100, "a text longer than its page")
        return False

    def prepare() -> None:
        seeds()
        _limited()

    seeds = {"pdf": _pdfs, "docx": _documents, "html": _pages}[kind]
    change = {"pdf": mutations.data, "docx": changed_zip, "html": mutations.data}[kind]
    return Target(f"upload-{kind}", attempt, seeds, prepare, change, slowest=10.0, most=100_000, guided=kind == "html")


def _whole(data: bytes) -> bool:
    """The whole way of an upload: its kind, a process of its own, a Refusal in both languages or a text."""
    from sverka.web.refusals import Refusal
    from sverka.web.uploads import text_of

    kind = next((k for k, mark in _ENDINGS.items() if data.startswith(mark)), "txt")
    try:
        text = asyncio.run(text_of(f"a.{kind}", data[1:], _LIMIT))
    except Refusal as refused:
        told = [refused.said("ru"), refused.said("en")]
        holds(all(line and "\n" not in line for line in told), "a refusal that is no line")
        return True
    holds(len(text) <= max(2 * _LIMIT, len(data)), "a text without an end")
    return False


def _all() -> list[bytes]:
    found = {"html": _pages(), "docx": _documents(), "pdf": _pdfs()}
    return [_ENDINGS[kind] + data for kind, each in found.items() for data in each]


def _changed_whole(rng: random.Random, given: bytes, seeds: list[bytes], most: int) -> bytes:
    others = [each[1:] for each in seeds]
    change = changed_zip if given[:1] == b"D" else mutations.data
    return given[:1] + change(rng, given[1:], others, most)


UPLOADS = (
    *(_extract(kind) for kind in ("html", "docx", "pdf")),
    Target("upload-whole", _whole, _all, change=_changed_whole, slowest=30.0, most=100_000, guided=False),
)
