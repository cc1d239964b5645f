"""Text out of .html, .docx and .pdf: run as a process of its own, with little memory and little time.

`python -m sverka.web.extract KIND LIMIT < file > text`; exit code 3 with a code of words/refusals on stderr where the
file is refused.
"""

import io
import re
import resource
import sys
import zipfile
from html.parser import HTMLParser

#: Bytes of memory, seconds of a processor.
MEMORY, SECONDS = 768_000_000, 10
#: Of a .docx, unpacked: bytes in all, and files.
UNPACKED, MEMBERS = 60_000_000, 2_000
#: Columns that cells of a .docx stretch over, all together: each is gone through.
STRETCHED = 100_000
PAGES = 300
_HIDDEN = {"script", "style", "noscript", "template", "svg", "head", "iframe", "object", "select", "button"}
_PASSING = {"nav", "footer", "aside"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
_BLOCKS = {
    *("p", "div", "section", "article", "main", "header", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "tr"),
    *("table", "blockquote", "pre", "figure", "figcaption", "dd", "dt", "dl", "td", "th", "br", "hr"),
}
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?([A-Za-z0-9_-]{2,20})", re.I)
_ENCODINGS = ("utf-8", "windows-1251", "cp1251", "koi8-r", "koi8-u", "iso-8859-5", "iso-8859-1", "windows-1252")
_SENTENCE_END = re.compile(r"[.!?…:;»”\"]\s*$")


class Refused(Exception):
    """The file is refused; the code of the words that say why."""


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "body":  # a head need not be closed
            self.hidden.clear()
        elif tag in _VOID:
            if tag in _BLOCKS:
                self.parts.append("\n")
        elif self.hidden or tag in _HIDDEN or tag in _PASSING:
            if len(self.hidden) < 1000 and (not self.hidden or tag == self.hidden[-1] or tag in _HIDDEN):
                self.hidden.append(tag)
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self.hidden:
            if tag in self.hidden:
                while self.hidden.pop() != tag:
                    pass
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.parts.append(data)


def from_html(content: bytes) -> str:
    """What a page says, without its navigation and scripts."""
    page = _Page()
    page.feed(_decoded(content))
    page.close()
    lines = ("".join(page.parts)).split("\n")
    return "\n\n".join(told for line in lines if (told := " ".join(line.split())))


def _decoded(content: bytes) -> str:
    """The page as UTF-8, else in the encoding it names, else in that of Russian pages of old."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if b"\x00" in content[:65536]:
        raise Refused("encoding")
    named = _CHARSET.search(content[:4096])
    encodings = ["utf-8", named[1].decode().lower() if named else "", "windows-1251"]
    for encoding in encodings:
        if encoding in _ENCODINGS:
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    raise Refused("encoding")


def from_docx(content: bytes) -> str:
    """Paragraphs and tables in their order; sizes are looked at before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            members = packed.infolist()
            if len(members) > MEMBERS or sum(m.file_size for m in members) > UNPACKED:
                raise Refused("bomb")
            if any(m.flag_bits & 1 for m in members):
                raise Refused("locked")
            if "word/document.xml" not in packed.namelist():
                raise Refused("broken")
            for member in members:
                if member.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in packed.read(member)[:4096].upper():
                    raise Refused("broken")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError, zipfile.zlib.error):  # type: ignore[attr-defined]
        raise Refused("broken") from None
    from docx import Document
    from docx.table import Table

    document = Document(io.BytesIO(content))
    if sum(max(0, int(width)) for width in document.element.xpath("//w:gridSpan/@w:val")) > STRETCHED:
        raise Refused("bomb")
    told = []
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            told += ["; ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in block.rows]
        else:
            told.append(block.text)
    return "\n\n".join(line.strip() for line in told if line.strip())


def from_pdf(content: bytes, limit: int) -> str:
    """The pages' text with its lines joined again."""
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("locked")
        if len(reader.pages) > PAGES:
            raise Refused("pages")
        told: list[str] = []
        for page in reader.pages:
            told.append(unwrapped(page.extract_text()))
            if sum(map(len, told)) > 2 * limit:
                break
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, AssertionError, OSError):
        raise Refused("broken") from None
    text = "\n\n".join(filter(None, told))
    if not text.strip():
        raise Refused("scan")
    return text


def unwrapped(page: str) -> str:
    """Lines of a printed page as paragraphs: a line that ends short or with a stop ends one.

    >>> unwrapped("Товарооборот вы-\\nрос на треть и составил\\nоколо 25 млрд.")
    'Товарооборот вырос на треть и составил около 25 млрд.'
    """
    lines = [" ".join(line.split()) for line in page.split("\n")]
    width = max(map(len, lines), default=0)
    out = ""
    for line in lines:
        if not line:
            out = out.rstrip() + "\n\n"
        elif out.endswith("-") and line[:1].islower():
            out = out[:-1] + line
        else:
            last = out.rpartition("\n")[2]
            ends = bool(last) and len(last) % max(width, 1) < 0.7 * width and bool(_SENTENCE_END.search(last))
            out += ("\n\n" if ends else " " if last else "") + line
    return re.sub(r"\n{3,}", "\n\n", out).strip()


def main(kind: str, limit: int) -> int:
    """Read the file from standard input, print its text."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    content = sys.stdin.buffer.read()
    try:
        if kind == "pdf":
            text = from_pdf(content, limit)
        else:
            text = from_docx(content) if kind == "docx" else from_html(content)
    except Refused as refused:
        sys.stderr.write(str(refused))
        return 3
    except MemoryError:
        sys.stderr.write("bomb")
        return 3
    except Exception:
        sys.stderr.write("broken")
        return 3
    sys.stdout.buffer.write(text[: 2 * limit].encode("utf-8", "replace"))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
