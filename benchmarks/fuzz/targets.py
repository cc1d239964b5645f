"""Every target by name, and the groups they are asked for by."""

from benchmarks.fuzz.files import FILES
from benchmarks.fuzz.language import LANGUAGE
from benchmarks.fuzz.published import PUBLISHED
from benchmarks.fuzz.texts import TEXTS
from benchmarks.fuzz.uploads import UPLOADS

TARGETS = {target.name: target for target in (*TEXTS, *LANGUAGE, *FILES, *PUBLISHED, *UPLOADS)}
GROUPS = {
    "reading": tuple(target.name for target in TEXTS),
    "claims": tuple(target.name for target in LANGUAGE),
    "files": tuple(target.name for target in FILES),
    "sources": tuple(target.name for target in PUBLISHED),
    "uploads": tuple(target.name for target in UPLOADS),
}
