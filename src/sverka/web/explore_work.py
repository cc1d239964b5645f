"""What the crew's processes make for the pages that explore: exhibits set as pieces of pages, and files."""

from urllib.parse import urlencode

from sverka.reports import world
from sverka.reports.exhibits import atlas, compared, drawing
from sverka.reports.exhibits.exhibit import Exhibit
from sverka.reports.words import Language
from sverka.web.explore_figures import figure, filed
from sverka.web.explore_views import View
from sverka.web.pages import rendered


def exhibits(view: View, language: Language) -> str:
    """All exhibits of a page."""
    base, query = f"/{language}/{view.path}", urlencode({"from": view.first, "to": view.last})
    shown = [view.exhibit(code, language) for code in view.codes]
    figures = [figure(e, view.drawing(e.code, language), f"{base}/{e.code}", query, language, base) for e in shown]
    return rendered("explore_exhibits.html", language, shown=figures)


def exhibit_file(view: View, code: str, form: str, language: Language) -> bytes:
    """One exhibit as a file."""
    svg = "" if form == "csv" else view.drawing(code, language, alone=True)
    return filed(view.exhibit(code, language), svg, form)


def comparison(pairs: tuple[str, ...], kind: str, years: View, query: str, language: Language) -> str:
    """Two pairs in one exhibit."""
    exhibit = _compared(pairs, kind, years, language)
    svg = drawing.svg(exhibit, years.first, years.last, language)
    shown = figure(exhibit, svg, f"/{language}/explore/compare", query, language)
    return rendered("explore_exhibits.html", language, shown=[shown])


def comparison_file(pairs: tuple[str, ...], kind: str, years: View, form: str, language: Language) -> bytes:
    """Two pairs as a file."""
    exhibit = _compared(pairs, kind, years, language)
    svg = "" if form == "csv" else drawing.svg(exhibit, years.first, years.last, language, True)
    return filed(exhibit, svg, form)


def _compared(pairs: tuple[str, ...], kind: str, years: View, language: Language) -> Exhibit:
    a, b, c, d = pairs
    return compared.of_pairs(kind, (a, b), (c, d), years.first, years.last, language)


def world_map(kind: str, of: str, year: int, language: Language) -> str:
    """The map of one year, drawn; empty where there is nothing to draw, or nothing to draw it with."""
    layer = atlas.layer(kind, of, language)
    return atlas.drawn(layer, year, language) if world.is_there() and not layer.lack else ""


def world_map_file(kind: str, of: str, year: int, form: str, language: Language) -> bytes:
    """The map of one year as a file."""
    svg = "" if form == "csv" else world_map(kind, of, year, language)
    return filed(atlas.exhibit(atlas.layer(kind, of, language), kind, year, language), svg, form)
