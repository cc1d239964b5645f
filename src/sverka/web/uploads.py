"""Uploads: .txt, .html, .docx and .pdf to text. Unpacking is done by a process with little memory and time."""

import asyncio
import os
import re
import subprocess
import sys

from sverka.errors import InputError
from sverka.reading.texts import decoded
from sverka.web.extract import SECONDS
from sverka.web.refusals import Refusal

#: Files unpacked at once; the others wait.
_SLOTS = asyncio.Semaphore(2)
_REFUSED = {"bomb", "locked", "broken", "pages", "scan", "encoding"}
#: What the interpreter itself may need to start.
_KEPT = {name: os.environ[name] for name in ("LD_LIBRARY_PATH", "SYSTEMROOT") if name in os.environ}


async def text_of(name: str, content: bytes, limit: int) -> str:
    """The text of an uploaded file, by what is in it and not by what it is called; Refusal with the reason."""
    if not content.strip():
        raise Refusal("empty")
    kind = kind_of(name, content)
    if kind == "txt":
        try:
            return decoded(content, "")[0]
        except InputError:
            raise Refusal("encoding", 415) from None
    async with _SLOTS:
        return await asyncio.to_thread(_extracted, kind, content, limit)


def kind_of(name: str, content: bytes) -> str:
    """`pdf`, `docx`, `html` or `txt`; Refusal for what is none of them.

    >>> kind_of("a.txt", b"%PDF-1.7"), kind_of("a.htm", b"<p>x"), kind_of("x", "Текст".encode())
    ('pdf', 'html', 'txt')
    """
    if b"%PDF-" in content[:1024]:
        return "pdf"
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    if content.startswith((b"\xd0\xcf\x11\xe0", b"{\\rtf", b"\x1f\x8b", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise Refusal("kind", 415)
    if name.lower().endswith((".html", ".htm", ".xhtml")) or re.match(rb"\s*<(!doctype\s+html|html)\b", content, re.I):
        return "html"
    return "txt"


def _extracted(kind: str, content: bytes, limit: int) -> str:
    command = [sys.executable, "-I", "-m", "sverka.web.extract", kind, str(limit)]
    try:  # in an environment of its own: what opens a stranger's file need not know the server's passwords
        ran = subprocess.run(command, input=content, capture_output=True, timeout=2 * SECONDS, env=_KEPT, check=False)
    except subprocess.TimeoutExpired:
        raise Refusal("heavy", 422) from None
    if ran.returncode == 0:
        return ran.stdout.decode("utf-8", "replace")
    code = ran.stderr.decode("utf-8", "replace").strip()
    if ran.returncode == 3 and code in _REFUSED:
        raise Refusal(code, 415 if code == "encoding" else 422)
    raise Refusal("heavy", 422)
