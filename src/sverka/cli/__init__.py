"""The command line: the rooms' answers in a terminal, no logic of its own. Everything heavy is imported late."""

import io
import os
import sys

#: Exit codes, as `sverka --help` prints them.
DONE, BROKEN, BAD_INPUT, DIFFERS = 0, 1, 2, 3


def run() -> int:
    """Run the command in `sys.argv`; errors become one line on stderr."""
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(threads, "1")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that cannot print ✓ prints ? instead of failing
    from sverka.cli.app import main
    from sverka.cli.streams import complain
    from sverka.errors import SverkaError

    try:
        return main(sys.argv[1:])
    except SverkaError as error:
        complain(str(error))
        return BAD_INPUT
    except KeyboardInterrupt:
        complain("stopped")
        return 130
    except BrokenPipeError:
        # whoever reads us has had enough (`sverka … | head`)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception as error:
        if os.environ.get("SVERKA_DEBUG"):
            raise
        told = f"{type(error).__name__}: {error}"[:200]
        complain(f"a fault of Sverka's own ({told}); please report it; SVERKA_DEBUG=1 shows where it happened")
        return BROKEN
