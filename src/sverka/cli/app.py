"""The commands and their options. Nothing but typer is imported until a command runs."""

from collections.abc import Sequence
from typing import Annotated, Any

import typer

from sverka.cli import panel, serve, simulate, sources
from sverka.cli.streams import complain

ABOUT = """Check what a text says about states against open data and a sourced record.

Start with:  sverka check examples/kazakhstan-trade.txt

Exit codes: 0 the command ran, whatever the verdicts; 1 a fault of our own; 2 bad input, said in one line; 3 a replay
came out differently.
NO_COLOR=1 turns colours off. Checking fetches nothing: its tables are shipped; `sverka sources pull` fetches more."""

SHORT_FORM = """Check one claim, written in the short form.

\b
  trade.turnover(RUS, KAZ) in 2019 = 20e9 USD       a figure: = as said, ~ about, > more than, < less than
  trade.exports(UZB, CHN) in 2018 ~ 1.5e9..1.7e9 USD  exports of the first to the second; imports the same way
  trade.share(KGZ, RUS) in 2020 = 28 %              share of RUS in the trade of KGZ
  change trade.turnover(KAZ, RUS) over 2020/2021 > 30 %   growth; `fall` for a decrease; units %, pp, x, USD
  max trade.turnover(KAZ, RUS) in 2021              a record; min for a low; 2009/2021: since 2009
  rank 1 of KAZ by partner: RUS in 2021             a place; `rank ?` one of; `rank 2 by gdp: CHN in 2020`
  compare trade.share(KGZ, RUS) in 2020 > trade.share(KGZ, CHN) in 2020
  member ARM EAEU since 2015                        also joined, left, candidate, observer, associate, none
  founded EAEU in 2014                              an organization, a state or "treaty:Договор о ЕАЭС"
  order CIS < GUAM, SCO                             what came first
  visit person:Мирзиёев -> CHN in 2024-01           also meet, sign, sanction, deploy, withdraw, mediate, vote …
  office person:Орбан head_of_government HUN in 2015
  thesis irreplaceable about EAEU                   a judgement: shown, never tested
\b
`not` before any of them denies it. Periods: 2014, 2014-03, 2014-03-18, 2011/2014, 2014~. States are ISO codes
(`sverka record states`), organizations short ids (`sverka record organizations`). Quote the claim for your shell."""

app = typer.Typer(
    no_args_is_help=True, add_completion=False, rich_markup_mode=None, help=ABOUT, pretty_exceptions_enable=False
)

app.add_typer(sources.app, name="sources")

Published = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Date of publication: 2022-02-14 or 14.02.2022.")
]
LanguageOf = Annotated[
    str | None, typer.Option("--language", metavar="ru|en", help="Language of the text and the report.")
]
Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to stdout.")]


def _format(choices: str, rest: str = "") -> Any:
    return typer.Option("--format", metavar=choices, help=f"What to print{rest}.")


@app.callback(invoke_without_command=True)
def _root(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.", is_eager=True)] = False,
) -> None:
    if version:
        from sverka import __version__

        typer.echo(f"sverka {__version__}")
        raise typer.Exit


@app.command()
def check(
    text: Annotated[
        str | None,
        typer.Argument(metavar="FILE|-|TEXT", help="A text file, - for a pipe, or the text.", show_default=False),
    ] = None,
    published: Published = None,
    language: LanguageOf = None,
    format_: Annotated[str | None, _format("table|html|json", "; guessed from the ending of -o")] = None,
    output: Output = None,
    batch: Annotated[
        str | None,
        typer.Option("--batch", metavar="ARTICLES.json", help='Check [{"id", "text", "published"}] and print JSON.'),
    ] = None,
) -> None:
    """Check a text claim by claim.

    A file may begin with header lines, ended by an empty line: `published: 2022-02-14`, `language: ru`.
    """
    from sverka.cli import checks

    if batch is not None:
        checks.articles(batch, format_, output)
    else:
        checks.text(text, published, language, format_, output)


@app.command()
def batch(
    corpus: Annotated[
        str,
        typer.Argument(
            metavar="CORPUS", help="A folder of .txt files, a .jsonl, .json or .parquet file.", show_default=False
        ),
    ],
    output: Output = None,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", help="Processes on this machine; all cores if not given.")
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="A dask.distributed cluster, as tcp://host:8786."),
    ] = None,
    text: Annotated[str, typer.Option("--text", metavar="NAME", help="Field or column of the text.")] = "text",
    id_: Annotated[str, typer.Option("--id", metavar="NAME", help="Field or column of the id.")] = "id",
    published: Annotated[
        str, typer.Option("--published", metavar="NAME", help="Field or column of the date of publication.")
    ] = "published",
    language: Annotated[
        str, typer.Option("--language", metavar="NAME", help="Field or column of the language (ru, en).")
    ] = "language",
) -> None:
    """Check a corpus on all cores and store the claims as Parquet.

    -o results.parquet makes two folders of parts: results.parquet with a row for every claim, results.articles.parquet
    with a row for every article. Stopped or killed, the same command goes on where it was. An article that cannot be
    checked is a row with its `error`, and stops nothing.
    """
    from sverka.cli import corpora

    corpora.batch(corpus, output, workers, scheduler, (text, id_, published, language))


@app.command(help=SHORT_FORM)
def claim(
    words: Annotated[
        str, typer.Argument(metavar='"SHORT FORM"', help="The claim, in quotation marks.", show_default=False)
    ],
    published: Published = None,
    language: Annotated[str | None, typer.Option("--language", metavar="ru|en", help="Language of the answer.")] = None,
    format_: Annotated[str | None, _format("table|json")] = None,
) -> None:
    """Check one claim."""
    from sverka.cli import checks

    checks.claim(words, published, language, format_)


@app.command()
def read(
    text: Annotated[
        str | None,
        typer.Argument(metavar="FILE|-|TEXT", help="A text file, - for a pipe, or the text.", show_default=False),
    ] = None,
    published: Published = None,
    language: LanguageOf = None,
    format_: Annotated[str | None, _format("table|json")] = None,
    output: Output = None,
    passages: Annotated[
        str | None,
        typer.Option(
            "--passages", metavar="PASSAGES.json", help='Read [{"id", "text", "head"?, "context"?}] and print JSON.'
        ),
    ] = None,
) -> None:
    """Print the claims and quotations found in a text, unchecked."""
    from sverka.cli import readings

    if passages is not None:
        readings.passages(passages, format_, output)
    else:
        readings.text(text, published, language, format_, output)


@app.command()
def record(
    table: Annotated[
        str,
        typer.Argument(
            help="states, organizations, members, offices, treaties, visits, missions, summits, events, capitals, "
            "coverage or trade.",
            show_default=False,
        ),
    ],
    on: Annotated[str | None, typer.Option("--on", metavar="DATE", help="As of this day.")] = None,
    state: Annotated[
        str | None, typer.Option("--state", metavar="KAZ", help="Only this state (for trade: whose statistics).")
    ] = None,
    organization: Annotated[
        str | None, typer.Option("--organization", metavar="EAEU", help="Only this organization.")
    ] = None,
    person: Annotated[str | None, typer.Option("--person", metavar="SURNAME", help="Only this person.")] = None,
    partner: Annotated[str | None, typer.Option("--partner", metavar="RUS", help="Trade: with whom.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Trade: only this year.")] = None,
    format_: Annotated[str | None, _format("table|csv|json")] = None,
    output: Output = None,
) -> None:
    """Print rows of the record, or of the shipped trade tables, with their sources."""
    from sverka.cli import records

    records.show(table, records.Filter(on, state, organization, person, partner, year), format_, output)


@app.command()
def replay(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT.json", help="A report made with `sverka check … -o REPORT.json`.", show_default=False
        ),
    ],
) -> None:
    """Check a stored report again and list every difference; exit code 3 if there is one."""
    from sverka.cli import checks

    raise typer.Exit(checks.replay(report))


app.command()(panel.panel)
app.command(help=simulate.HELP)(simulate.simulate)
app.command()(serve.serve)


def main(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit code."""
    command = typer.main.get_command(app)
    try:
        code = command.main(list(arguments), prog_name="sverka", standalone_mode=False)
    except Exception as error:
        told = getattr(error, "format_message", None)
        if told is None:
            raise
        message = told()
        if message:
            complain(f"{message.rstrip('.')}; see `sverka --help`")
        elif (context := getattr(error, "ctx", None)) is not None:
            typer.echo(context.get_help())
            return 0
        return 2
    return code if isinstance(code, int) else 0
