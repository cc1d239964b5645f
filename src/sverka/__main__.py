"""`python -m sverka` is the `sverka` command."""

from sverka.cli import run

if __name__ == "__main__":
    run()
