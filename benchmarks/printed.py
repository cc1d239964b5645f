"""What the reader makes of passages that were printed: the words are other people's and are not here, the grades are.

Passages were cut from pages of news, columns, releases and backgrounds, mostly their beginnings, and annotated blind by
the guide of the annotated passages. `printed.json` keeps, for each page, its address and, for each frame read, the
signs of confidence and whether every field was right, as of the commit it names. Every fourth passage stands `apart`:
no rule was written in view of it.

    python -m benchmarks.printed FOLDER     reads the passages anew (`*.json` with their text) and writes the file
"""

import json
import subprocess
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.annotated import Annotated, Frame, frames
from sverka.reading.passages import above

KEPT = Path(__file__).with_name("printed.json")


def printed() -> list[Frame]:
    """Their frames, of the sets `printed` and `apart`."""
    told: dict[str, Any] = json.loads(KEPT.read_text(encoding="utf-8"))
    out = []
    for passage in told["passages"]:
        name, published = "apart" if passage["apart"] else "printed", date.fromisoformat(passage["published"])
        text = Annotated(name, passage["article"], passage["id"], "", published, ())
        out.extend(Frame(text, f["kind"], {"always": 1.0, **f["signs"]}, f["right"]) for f in passage["frames"])
    return out


def main(arguments: Sequence[str] = ()) -> None:
    """Read passages anew and keep what came out."""
    if len(arguments) != 1 or not Path(arguments[0]).is_dir():
        sys.exit(
            "python -m benchmarks.printed FOLDER: a folder of passages, JSON lists with text, published and claims"
        )
    passages = []
    for path in sorted(Path(arguments[0]).glob("*.json")):
        passages += [_read(passage) for passage in json.loads(path.read_text(encoding="utf-8"))]
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True).stdout
    lines = ",\n".join(json.dumps(p, ensure_ascii=False) for p in passages)
    KEPT.write_text(f'{{"commit": "{commit.strip()}", "passages": [\n{lines}\n]}}\n', encoding="utf-8")
    print(f"{len(passages)} passages, {sum(len(p['frames']) for p in passages)} frames")


def _read(passage: dict[str, Any]) -> dict[str, Any]:
    published = date.fromisoformat(passage["published"][:10])
    claims, top = passage["claims"], above(passage)
    text = Annotated("printed", passage["article"], passage["id"], passage["text"], published, claims, (), top)
    read = [
        {"kind": f.kind, "right": f.right, "signs": {k: round(v, 3) for k, v in f.signs.items() if v and k != "always"}}
        for f in frames([text])
    ]
    whole = {"id": passage["id"], "article": passage["article"], "published": str(published), "apart": passage["apart"]}
    return whole | {"frames": read}


if __name__ == "__main__":
    main(sys.argv[1:])
