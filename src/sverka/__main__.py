"""`python -m sverka` is the `sverka` command."""

import sys

from sverka.cli import run

if __name__ == "__main__":
    sys.exit(run())
