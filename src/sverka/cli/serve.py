"""`sverka serve`: the pages and the HTTP API, served from this machine."""

from typing import Annotated

import typer


def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on; 0.0.0.0 lets others in.")] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", help="Port to listen on.", min=0, max=65535)] = 8000,
    database: Annotated[
        str | None,
        typer.Option("--database", metavar="URL", help="Where checks are kept: sqlite:///FILE or postgresql://…"),
    ] = None,
    workers: Annotated[
        int, typer.Option("--workers", help="Pairs of processes that read and check, some 700 MB a pair.", min=1, max=16)
    ] = 1,
) -> None:
    """Serve the pages and the HTTP API.

    Checks are kept in a file beside your other data (SVERKA_DATABASE or --database name another). Nothing is fetched.
    """
    from sverka.errors import InputError

    try:
        import uvicorn

        from sverka.web.app import create_app
        from sverka.web.settings import Settings
    except ModuleNotFoundError as error:
        raise InputError(
            "the pages need more packages", where=str(error.name), todo='type `pip install "sverka[web]"`'
        ) from None
    app = create_app(Settings(database=database or "", workers=workers))
    typer.echo(f"Sverka is at http://{host}:{port}/ (Ctrl+C ends it)")
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False, timeout_keep_alive=30)
