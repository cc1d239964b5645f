"""`sverka serve`: the pages and the HTTP API, served from this machine."""

import socket
from typing import Annotated

import typer


def serve(
    host: Annotated[str, typer.Option("--host", help="Address to listen on; 0.0.0.0 lets others in.")] = "127.0.0.1",
    port: Annotated[
        int, typer.Option("--port", help="Port to listen on; 0 takes a free one.", min=0, max=65535)
    ] = 8000,
    database: Annotated[
        str | None,
        typer.Option("--database", metavar="URL", help="Where checks are kept: sqlite:///FILE or postgresql://…"),
    ] = None,
    workers: Annotated[
        int,
        typer.Option("--workers", help="Pairs of processes that read and check, some 700 MB a pair.", min=1, max=16),
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
        from sverka.web.store import Store
    except ModuleNotFoundError as error:
        raise InputError(
            "the pages need more packages", where=str(error.name), todo='type `pip install "sverka[web]"`'
        ) from None
    settings = Settings(database=database or "", workers=workers)
    Store(settings.address).close()  # what is wrong with it is said here, in one line
    listening = _listening(host, port)
    place = f"[{host}]" if ":" in host else host
    typer.echo(f"Sverka is at http://{place}:{listening.getsockname()[1]}/ (Ctrl+C ends it)")
    config = uvicorn.Config(
        create_app(settings),
        log_level="warning",
        server_header=False,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=5,
    )
    with listening:
        uvicorn.Server(config).run(sockets=[listening])


def _listening(host: str, port: int) -> socket.socket:
    from sverka.errors import InputError

    made = None
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        made = socket.socket(family, socket.SOCK_STREAM)
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind((host, port))
    except OSError as error:
        if made is not None:
            made.close()
        told = f"{host}:{port}: {error.strerror or error}"
        raise InputError("cannot listen there", where=told, todo="name another --host or --port") from None
    return made
