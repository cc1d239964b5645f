"""Estimates as tables: plain text, HTML, LaTeX."""

import html
from typing import TYPE_CHECKING

from sverka.errors import InputError

if TYPE_CHECKING:
    from sverka.gravity.estimate import Estimate

_LATEX = str.maketrans(
    {
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "\\": r"\textbackslash{}",
        "²": r"\textsuperscript{2}",
        "–": "--",
    }
)


def table(estimate: "Estimate", format: str, level: float) -> str:
    """The table in one of the three forms; InputError for another."""
    forms = {"text": _text, "html": _html, "latex": _latex}
    if format not in forms:
        raise InputError(f"no table in {format!r}", todo=f"choose from {', '.join(forms)}")
    return forms[format](*_content(estimate, level))


def _content(estimate: "Estimate", level: float) -> tuple[str, list[str], list[list[str]], list[str]]:
    """Title, heads, rows and notes."""
    share = f"{100 * level:g} %"
    statistic = "z" if estimate.degrees is None else "t"
    heads = ["", "estimate", "std. error", statistic, "p", f"{share} from", "to"]
    columns = zip(
        estimate.names,
        estimate.coefficients,
        estimate.standard_errors,
        estimate.z,
        estimate.p_values,
        estimate.intervals(level),
        strict=True,
    )
    rows = [
        [name, f"{b:.6f}", f"{se:.6f}", f"{z:.2f}", f"{p:.4f}", f"{bounds[0]:.4f}", f"{bounds[1]:.4f}"]
        for name, b, se, z, p, bounds in columns
    ]
    method = "Poisson pseudo-maximum likelihood" if estimate.method == "ppml" else "Least squares"
    title = f"{method}: {estimate.text}"
    sample = estimate.sample
    notes = []
    if sample.effects:
        listed = (f"{effect.name} ({size:,})" for effect, size in zip(sample.effects, sample.sizes, strict=True))
        notes.append(f"fixed effects: {', '.join(listed)}")
    ways = ", ".join(f"{name} ({many:,})" for name, many in estimate.clusters.items())
    notes.append(f"errors: {'clustered by ' + ways if ways else 'robust'}; small sample: {estimate.small_sample}")
    fit = "pseudo-R²" if estimate.method == "ppml" else "R²"
    spread = "deviance" if estimate.method == "ppml" else "residual sum of squares"
    notes.append(
        f"observations {estimate.observations:,}; {spread} {estimate.deviance:.6g}; {fit} {estimate.pseudo_r2:.4f}"
        + (f"; Newton steps {estimate.iterations}" if estimate.method == "ppml" else "")
    )
    for reason, what, count in estimate.dropped.iter_rows():
        notes.append(f"left out: {reason}, {count:,} rows" if count else f"left out: {what} ({reason})")
    return title, heads, rows, notes


def _text(title: str, heads: list[str], rows: list[list[str]], notes: list[str]) -> str:
    widths = [max(len(line[i]) for line in [heads, *rows]) for i in range(len(heads))]
    lines = [title, ""]
    for line in [heads, *rows]:
        cells = [
            line[0].ljust(widths[0]),
            *(cell.rjust(width) for cell, width in zip(line[1:], widths[1:], strict=True)),
        ]
        lines.append("  ".join(cells).rstrip())
    return "\n".join([*lines, "", *notes])


def _html(title: str, heads: list[str], rows: list[list[str]], notes: list[str]) -> str:
    head = "".join(f"<th>{html.escape(cell)}</th>" for cell in heads)
    body = "\n".join(
        f"<tr><th>{html.escape(row[0])}</th>{''.join(f'<td>{html.escape(cell)}</td>' for cell in row[1:])}</tr>"
        for row in rows
    )
    foot = "<br>\n".join(html.escape(note) for note in notes)
    return (
        f"<table>\n<caption>{html.escape(title)}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f'<tbody>\n{body}\n</tbody>\n<tfoot><tr><td colspan="{len(heads)}">{foot}</td></tr></tfoot>\n</table>'
    )


def _latex(title: str, heads: list[str], rows: list[list[str]], notes: list[str]) -> str:
    def line(cells: list[str]) -> str:
        return " & ".join(cell.translate(_LATEX) for cell in cells) + r" \\"

    width = len(heads)
    return "\n".join(
        [
            rf"\begin{{tabular}}{{l{'r' * (width - 1)}}}",
            rf"\multicolumn{{{width}}}{{l}}{{{title.translate(_LATEX)}}} \\ \hline",
            line(heads) + r" \hline",
            *(line(row) for row in rows),
            r"\hline",
            *(rf"\multicolumn{{{width}}}{{l}}{{\footnotesize {note.translate(_LATEX)}}} \\" for note in notes),
            r"\end{tabular}",
        ]
    )
