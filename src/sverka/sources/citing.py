"""How to cite a source: its producer's words, or BibTeX with an entry for the data and one for each reference."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from sverka.errors import SourceError
from sverka.sources import catalogue
from sverka.sources.catalogue import Source


@cache
def references() -> dict[str, str]:
    """BibTeX entries of references.bib by key."""
    text = (files("sverka.sources") / "references.bib").read_text(encoding="utf-8")
    return {found[1]: found[0].strip() for found in re.finditer(r"@\w+\{(\w+),[^@]*?\n\}", text)}


def text(names: Iterable[str]) -> str:
    """One paragraph a source: the citation its producers ask for, version and address."""
    return "\n\n".join(f"{source.citation} {_origin(source)}" for source in map(catalogue.source, names)) + "\n"


def bibtex(names: Iterable[str]) -> str:
    """An entry for each source, and one for each reference any of them asks for."""
    chosen = [catalogue.source(name) for name in names]
    keys = dict.fromkeys(key for source in chosen for key in source.references)
    lacking = [key for key in keys if key not in references()]
    if lacking:
        raise SourceError(f"references.bib lacks {', '.join(lacking)}", todo="add the entry")
    return "\n\n".join([*map(_entry, chosen), *(references()[key] for key in keys)]) + "\n"


def _entry(source: Source) -> str:
    rows = {
        "author": "{" + _latex(source.producer) + "}",
        "title": f"{_latex(source.title)}, {source.first_year}--{source.last_year}",
        "year": source.published[:4],
        "version": _latex(source.edition),
        "howpublished": rf"\url{{{source.home}}}",
        "note": _latex(_origin(source)),
    }
    return (
        f"@misc{{{source.id},\n"
        + ",\n".join(f"  {name} = {{{value}}}" for name, value in rows.items() if value)
        + "\n}"
    )


def _origin(source: Source) -> str:
    repositories = dict.fromkeys(address.split("/")[3] + "/" + address.split("/")[4] for address in source.addresses)
    if len(repositories) > 3:
        owners = dict.fromkeys(name.split("/")[0] for name in repositories)
        return f"Edition: {source.edition}; {len(repositories)} repositories of github.com/{', '.join(owners)}."
    return f"Edition: {source.edition}; github.com/{', '.join(repositories)} at commit {source.version[:10]}."


def _latex(words: str) -> str:
    return re.sub(r"([&%$#_])", r"\\\1", words).replace("–", "--")
