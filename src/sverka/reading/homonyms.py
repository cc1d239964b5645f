"""Names that several things share, decided by what else the text names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sverka.reading.document import Name


def settled(found: Sequence[Name]) -> list[Name]:
    """Ambiguous names decided by the unambiguous ones of the same text («РК» beside Казахстан)."""
    certain = Counter(n.id for n in found if not n.candidates)
    out = []
    for name in found:
        if name.candidates:
            ids = (name.id, *name.candidates)
            seen = [id_ for id_ in ids if certain[id_]]
            if len(seen) == 1:
                name = replace(name, id=seen[0], candidates=())
            elif len(seen) > 1:
                best = max(seen, key=lambda id_: certain[id_])
                name = replace(name, id=best, candidates=tuple(i for i in ids if i != best))
        out.append(name)
    return out
