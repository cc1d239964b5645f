"""Scripts and maps of others that the pages use: published npm packages, pinned, verified, put beside our own files.

They are fetched when the wheel is built (hatch_build.py) or by `python -m sverka.web.vendoring`, never committed. The
standard library is enough here: the build has nothing else.
"""

import base64
import hashlib
import io
import os
import sys
import tarfile
import urllib.request
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

REGISTRY = "https://registry.npmjs.org"
ROOM = Path(__file__).resolve().parent.parent
SCRIPTS = ROOM / "web" / "static" / "vendor"
MAPS = ROOM / "reports" / "natural_earth"
#: Seconds the registry has to answer; a build must not hang where there is none.
PATIENCE = 10
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Package:
    """A published package: `integrity` is npm's, base64 of the tarball's SHA-512; `files` are kept by their last name
    in `folder`, the licence beside them as `<name>.LICENSE`."""

    name: str
    version: str
    integrity: str
    files: tuple[str, ...]
    folder: Path
    licence: str = "LICENSE"

    @property
    def address(self) -> str:
        """Where the registry has the tarball."""
        registry = os.environ.get("NPM_CONFIG_REGISTRY", REGISTRY).rstrip("/")
        return f"{registry}/{self.name}/-/{self.name}-{self.version}.tgz"

    @property
    def places(self) -> dict[str, Path]:
        """The file in the tarball, and where it is kept."""
        kept = {f"package/{file}": self.folder / file.rpartition("/")[2] for file in self.files}
        return kept | {f"package/{self.licence}": self.folder / f"{self.name}.LICENSE"}

    @property
    def is_there(self) -> bool:
        """Whether this version of all of its files is in its place."""
        stamp = self.folder / f"{self.name}.version"
        return (
            all(place.is_file() for place in self.places.values())
            and stamp.is_file()
            and stamp.read_text(encoding="ascii") == self.version
        )


PACKAGES = (
    Package(
        "htmx.org",
        "2.0.8",
        "fm297iru0iWsNJlBrjvtN7V9zjaxd+69Oqjh4F/Vq9Wwi2kFisLcrLCiv5oBX0KLfOX/zG8AUo9ROMU5XUB44Q==",
        ("dist/htmx.min.js",),
        SCRIPTS,
    ),
    Package(
        "d3-array",
        "3.2.4",
        "tdQAmyA18i4J7wprpYq8ClcxZy3SC31QMeByyCFyRt7BVHdREQZ5lpzoe5mFEYZUWe+oq8HBvk9JjpibyEV4Jg==",
        ("dist/d3-array.min.js",),
        SCRIPTS,
    ),
    Package(
        "d3-geo",
        "3.1.1",
        "637ln3gXKXOwhalDzinUgY83KzNWZRKbYubaG+fGVuc/dxO64RRljtCTnf5ecMyE1RIdtqpkVcq0IbtU2S8j2Q==",
        ("dist/d3-geo.min.js",),
        SCRIPTS,
    ),
    Package(
        "d3-selection",
        "3.0.0",
        "fmTRWbNMmsmWq6xJV8D19U/gw/bwrHfNXxrIN+HfZgnzqTHp9jOmKMhsTUjXOJnZOdZY9Q28y4yebKzqDKlxlQ==",
        ("dist/d3-selection.min.js",),
        SCRIPTS,
    ),
    Package(
        "topojson-client",
        "3.1.0",
        "605uxS6bcYxGXw9qi62XyrV6Q3xwbndjachmNxu8HWTtVPxZfEJN9fd/SZS1Q54Sn2y0TMyMxFj/cJINqGHrKw==",
        ("dist/topojson-client.min.js",),
        SCRIPTS,
    ),
    Package(
        "world-atlas",
        "2.0.2",
        "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ==",
        ("countries-110m.json", "countries-50m.json"),
        MAPS,
    ),
)


def missing(packages: Iterable[Package] = PACKAGES) -> list[Package]:
    """Those whose files are not all in their place."""
    return [package for package in packages if not package.is_there]


def fetch(package: Package) -> None:
    """Fetch a package, verify it, keep its files. Raises OSError where the registry cannot be reached, ValueError for a
    tarball that is not the published one; then nothing is kept."""
    with urllib.request.urlopen(package.address, timeout=PATIENCE) as answer:
        body: bytes = answer.read(_MOST_BYTES + 1)
    found = base64.b64encode(hashlib.sha512(body).digest()).decode()
    if found != package.integrity:
        raise ValueError(f"{package.address} is not the published file: sha512-{found}, not sha512-{package.integrity}")
    with tarfile.open(fileobj=io.BytesIO(body), mode="r:gz") as tarball:
        contents = {place: _member(tarball, name) for name, place in package.places.items()}
    package.folder.mkdir(parents=True, exist_ok=True)
    for place, content in contents.items():
        part = place.with_name(f".{place.name}.{os.getpid()}")
        part.write_bytes(content)
        part.replace(place)
    (package.folder / f"{package.name}.version").write_text(package.version, encoding="ascii")


def _member(tarball: tarfile.TarFile, name: str) -> bytes:
    file = tarball.extractfile(name)
    if file is None:
        raise ValueError(f"{name} is no file")
    return file.read()


def fetch_missing(packages: Iterable[Package] = PACKAGES) -> str:
    """Fetch what is missing; returns one line on what is still missing and why, empty when everything is there."""
    lack = missing(packages)
    for done, package in enumerate(lack):
        try:
            fetch(package)
        except (OSError, ValueError, KeyError, tarfile.TarError) as error:
            names = ", ".join(p.name for p in lack[done:])
            return (
                f"{names} could not be had ({error}): Sverka works, pages without maps and their script; "
                "type `python -m sverka.web.vendoring` where the npm registry can be reached"
            )
    return ""


if __name__ == "__main__":
    told = fetch_missing()
    sys.stdout.write(f"{told or 'scripts and maps are in their place'}\n")
    sys.exit(bool(told))
