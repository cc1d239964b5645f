"""`sverka simulate`: what a model says of a bloc that ends, a member that leaves, a partner replaced, sanctions."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sverka.record.states import Language
    from sverka.scenarios.kinds import AnyScenario
    from sverka.scenarios.outcome import Outcome

HELP = """Ask what if: a bloc ends, a member leaves or joins, a partner is lost, a coalition imposes sanctions.

\b
  sverka simulate --bloc EAEU                            a trade agreement ends
  sverka simulate --bloc EAEU --leave KAZ                a member leaves it (--join: joins it)
  sverka simulate --states KAZ --without RUS             who would take a partner's place
  sverka simulate --states EU,USA --against RUS --share 0.5 --year 2014 --source cow
  sverka simulate FILE.toml -o result.html               page with chart and map (.svg: the chart alone)
  sverka simulate FOLDER -o results                      every scenario of a folder, on all cores or --scheduler
  sverka simulate --list                                 stored results, blocs, states
  sverka simulate --show eaeu-dissolves                  a stored result, nothing solved
\b
A file says the same, and more (sverka simulate --list names the fields):
\b
  kind = "dissolve"        # leave join embargo replace sanction
  bloc = "EAEU"            # leave, join: states = ["KAZ"]
  year = 2016              # penppml: every fourth year to 2016; source = "cow": 1992 to 2014
  remain = ["CISFTA"]      # what stays between those who lose the bloc; tariff = 0.05 comes back between them
\b
Trade, home sales and agreements of the year come from the pulled sources (sverka sources pull --all), the effect of
agreements from an estimate that ships with the package, trade elasticities from the literature, drawn from a range.
Every result states its assumptions and limits, and is kept in the cache; `sverka check` shows it beside a thesis about
the same bloc or partner. It needs the extra sverka[models]. Exit codes: 0 solved, 2 a scenario that cannot be."""

_FORMATS = {".html": "html", ".htm": "html", ".json": "json", ".svg": "svg", ".txt": "text"}


def simulate(
    file: Annotated[
        str | None,
        typer.Argument(metavar="FILE.toml", help="A scenario, or a folder of them.", show_default=False),
    ] = None,
    bloc: Annotated[str | None, typer.Option("--bloc", metavar="EAEU", help="The trade agreement it is about.")] = None,
    leave: Annotated[str | None, typer.Option("--leave", metavar="KAZ", help="These members leave the bloc.")] = None,
    join: Annotated[str | None, typer.Option("--join", metavar="UZB", help="These states join the bloc.")] = None,
    states: Annotated[
        str | None, typer.Option("--states", metavar="KAZ,KGZ", help="States or organizations that cut trade.")
    ] = None,
    without: Annotated[
        str | None, typer.Option("--without", metavar="RUS", help="The partner whose place must be taken.")
    ] = None,
    against: Annotated[
        str | None, typer.Option("--against", metavar="RUS", help="The targets of the states' sanctions.")
    ] = None,
    share: Annotated[float, typer.Option("--share", help="Share of that trade which is cut; 1 is all.")] = 1.0,
    year: Annotated[int | None, typer.Option("--year", help="The year of the trade figures.")] = None,
    source: Annotated[str | None, typer.Option("--source", metavar="penppml|cow", help="Whose trade figures.")] = None,
    draws: Annotated[int, typer.Option("--draws", help="Draws for the intervals; 0 for none.")] = 500,
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same answer.")] = 1,
    language: Annotated[str | None, typer.Option("--language", metavar="ru|en", help="Language of the result.")] = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="text|json|html|svg", help="What to print; guessed from -o.")
    ] = None,
    output: Annotated[
        str | None, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of to stdout.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--workers", metavar="N", help="For a folder: processes; all cores if not given.")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option("--scheduler", metavar="ADDRESS", help="For a folder: a dask.distributed cluster.")
    ] = None,
    show: Annotated[str | None, typer.Option("--show", metavar="NAME", help="A stored result, as it was.")] = None,
    list_: Annotated[bool, typer.Option("--list", help="Stored results, blocs, states, fields of a file.")] = False,
) -> None:
    from sverka.errors import InputError
    from sverka.reading.texts import language as spoken

    tongue: Language = "ru" if spoken(language) == "ru" else "en"
    if list_:
        _list(year or 2016, source or "penppml", tongue)
        return
    if file is not None and Path(file).is_dir():
        _sweep(Path(file), output, draws, seed, workers, scheduler)
        return
    form = _format(format_, output)
    if show is not None:
        _put(_stored(show), form, output, tongue)
        return
    fields = {"bloc": bloc, "leave": leave, "join": join, "states": states, "without": without, "against": against}
    given = {name: value for name, value in fields.items() if value is not None}
    if (file is None) == (not given):
        raise InputError("one scenario is needed", todo="name a TOML file, or type --bloc EAEU; see --help")
    scenario = _from_file(file, year, source) if file is not None else _from_options(given, share, year, source)
    _put(_run(scenario, draws, seed), form, output, tongue)


def _sweep(folder: Path, output: str | None, draws: int, seed: int, workers: int | None, scheduler: str | None) -> None:
    """Every scenario of a folder to a JSON result each."""
    from sverka.cli.streams import complain, note, progress, put
    from sverka.errors import InputError
    from sverka.scenarios.sweep import is_done, sweep, tasks
    from sverka.workers import workers as pool

    files = sorted(folder.glob("*.toml"))
    if not files or output is None:
        todo = f"type `sverka simulate {folder} -o results`" if files else "put FILE.toml scenarios there"
        raise InputError("no scenarios" if not files else "no place for the results", where=str(folder), todo=todo)
    wanted = tasks(Path(output), [(file.stem, _from_file(str(file), None, None)) for file in files])
    left = [task for task in wanted if not is_done(task, draws, seed)]
    failed = 0
    if left:
        with pool(workers, scheduler) as working:
            for solved in progress(sweep(left, working, draws, seed), len(left), "solving"):
                if solved.outcome is None:
                    failed += 1
                    note(f"{solved.task.name}: {solved.error}")
                else:
                    put(solved.outcome.dumps(), solved.task.result)
    print(f"{len(wanted)} scenarios, {len(wanted) - len(left)} of them from before: results in {output}")
    if failed:
        complain(f"{failed} could not be solved")
        raise typer.Exit(2)


def _format(given: str | None, output: str | None) -> str:
    from sverka.errors import InputError

    wanted = given or _FORMATS.get(Path(output).suffix.lower() if output else "", "text")
    if wanted not in _FORMATS.values():
        raise InputError("no such format here", where=f"--format {wanted[:20]}", todo="choose text, json, html, svg")
    return wanted


def _from_file(file: str, year: int | None, source: str | None) -> "AnyScenario":
    from sverka.cli.texts import read_bytes, text
    from sverka.errors import InputError
    from sverka.scenarios.kinds import parse, scenario, to_json

    raw = read_bytes(Path(file))
    if len(raw) > 100_000:
        raise InputError("too large for a scenario", where=file, todo="a scenario is a dozen lines of TOML")
    found = parse(text(raw, file), file)
    changed = {name: value for name, value in (("year", year), ("source", source)) if value is not None}
    return scenario({**to_json(found), **changed}, file) if changed else found


def _from_options(given: dict[str, str], share: float, year: int | None, source: str | None) -> "AnyScenario":
    from sverka.errors import InputError
    from sverka.scenarios.kinds import scenario

    data: dict[str, object] = {}
    names = frozenset(given)
    if names == {"bloc"}:
        data = {"kind": "dissolve", "bloc": given["bloc"]}
    elif names in ({"bloc", "leave"}, {"bloc", "join"}):
        kind = "leave" if "leave" in names else "join"
        data = {"kind": kind, "bloc": given["bloc"], "states": _ids(given[kind])}
    elif names == {"states", "without"}:
        data = {"kind": "replace", "states": _ids(given["states"]), "partner": given["without"], "share": share}
    elif names == {"states", "against"}:
        coalition, target = _ids(given["states"]), _ids(given["against"])
        data = {"kind": "sanction", "coalition": coalition, "target": target, "share": share}
    else:
        raise InputError(
            "these options make no scenario together",
            where=" ".join(f"--{name}" for name in sorted(names)),
            todo="type --bloc with or without --leave or --join, or --states with --without or --against",
        )
    extra = {name: value for name, value in (("year", year), ("source", source)) if value is not None}
    return scenario({**data, **extra}, "options")


def _ids(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _run(scenario: "AnyScenario", draws: int, seed: int) -> "Outcome":
    from sverka.cli.streams import note, progress
    from sverka.errors import InputError

    try:
        from sverka.scenarios.simulation import simulate as run

        outcome = run(scenario, draws=draws, seed=seed, progress=lambda d: progress(d, len(d), "drawing"))
    except ModuleNotFoundError as missing:
        raise InputError(
            f"the model needs {missing.name}", where="sverka simulate", todo='type: pip install "sverka[models]"'
        ) from None
    from sverka.scenarios.stored import keep

    note(f"kept as {keep(outcome).stem}")
    return outcome


def _stored(name: str) -> "Outcome":
    from sverka.errors import InputError
    from sverka.scenarios import stored
    from sverka.scenarios.outcome import Outcome

    if name in stored.shipped():
        return stored.load(name)
    found = {place.stem: place for place in stored.kept()}
    if name not in found:
        raise InputError("no such stored result", where=name[:60], todo="see `sverka simulate --list`")
    return Outcome.loads(found[name].read_text(encoding="utf-8"))


def _put(outcome: "Outcome", form: str, output: str | None, tongue: "Language") -> None:
    from sverka.cli.streams import console, put, text_console

    target = Path(output) if output else None
    if form == "json":
        put(outcome.dumps(), target)
    elif form == "html":
        from sverka.reports.whatif.html import page

        put(page(outcome, tongue), target)
    elif form == "svg":
        from sverka.reports.whatif.drawing import chart

        put(chart(outcome, tongue) + "\n", target)
    else:
        from sverka.reports.whatif.terminal import show

        if target is None:
            show(outcome, console(), tongue)
        else:
            kept = text_console(target)
            show(outcome, kept, tongue)
            put(kept.file.getvalue(), target)  # type: ignore[attr-defined]


def _list(year: int, source: str, tongue: "Language") -> None:
    from sverka.reports.whatif.listing import listing

    typer.echo(listing(year, source, tongue), nl=False)
