"""Tidy tables, made once from verified files and kept as Parquet: `store.table("cow_alliances")`.

A table's file is named by what it was made from (hashes of the published files and of the code that reads them) and by
its own hash, so a newer file or module makes a new table and a damaged one is noticed at the next use.

Tables for panels (key columns first; `id…` is a state's id by the record at the date; every column with its unit and
the meaning of its nulls stands in docs/sources.md and in `tables.tidy(name).shape()`). Codes and years are Int16,
dates pl.Date, ids and names String.

cow_states        ccode start end abbreviation name id open
gw_states         gwcode start end abbreviation name id open
cow_trade         ccode1 ccode2 year id1 id2 flow1_usd flow2_usd smooth1_usd smooth2_usd artefact1 artefact2
cow_trade_totals  ccode year id imports_usd exports_usd
cow_alliances     ccode1 ccode2 year id1 id2 defense neutrality nonaggression entente           (both directions)
atop_alliances    ccode1 ccode2 year id1 id2 defense offense neutrality nonaggression consultation  (both directions)
cow_igo           ccode organization year id status (full associate observer unknown)
cow_igo_organizations  organization name first_year last_year political social economic …
cow_igo_dyads     ccode1 ccode2 year id1 id2 shared                                             (ccode1 < ccode2)
cow_igo_states    ccode year id full associate observer any
un_roll_calls     rcid session date resolution short descr important
un_votes          id rcid session date vote (yes no abstain absent)
un_issues         rcid issue
contiguity        ccode1 ccode2 type start end                                                  (both directions)
min_distance      ccode1 ccode2 year id1 id2 km                                                 (ccode1 < ccode2)
capitals          system code start end capital latitude longitude name open
capabilities      ccode year id military_spending military_personnel iron_steel energy population urban_population cinc
gdp               id year kind value_usd label file cell
desta             number id base_treaty name entry_type signed in_force …   (one row a treaty or accession and member)
penppml_trade     exporter importer year id1 id2 exports_usd agreement_id agreement …provisions
cepii_distance    id1 id2 km km_capitals km_weighted km_weighted_ces contiguous common_language colony …
archigos          obsid gwcode id leader_id leader start end entry exit exit_detail born gender open
"""

import hashlib
import logging
from functools import cache as once
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from sverka.errors import SourceError
from sverka.sources import cache, catalogue, mirror
from sverka.sources.tables import Tidy, tidy

if TYPE_CHECKING:  # status and a second pull need no polars
    import polars as pl

log = logging.getLogger("sverka.sources")


def table(name: str) -> "pl.DataFrame":
    """A pulled tidy table, sorted by its key; its columns are in the list above and in docs/sources.md.

    A damaged file is reported (logger `sverka.sources`) and made again from the mirror or the public address.
    Raises SourceError for an unknown name, and for a table that was not pulled yet: it says what to type.
    """
    return _read(path(name))


def path(name: str) -> Path:
    """The verified Parquet file of a pulled table, repaired if it was damaged; raises what `table` raises."""
    wanted = tidy(name)
    place = kept(wanted)
    if place is None:
        raise SourceError(f"the table {name} is not in the cache", todo=f"type: sverka sources pull {name}")
    return place if _whole(place) else make(wanted)


def kept(wanted: Tidy) -> Path | None:
    """The table's file in the cache, made from today's files by today's code; None if there is none. Not verified."""
    return next(iter(sorted(cache.folder("tables").glob(f"{wanted.name}-{_key(wanted)}-*.parquet"))), None)


def make(wanted: Tidy) -> Path:
    """Make the table, unless a whole one is there; returns its file. Two processes make it once."""
    with cache.lock(wanted.name):
        place = kept(wanted)
        if place is not None:
            if _whole(place):
                return place
            log.warning("%s in the cache is damaged (its SHA-256 is not the one in its name): made again", place.name)
            place.unlink()
        body = BytesIO()
        wanted.made().write_parquet(body, compression="zstd", statistics=True)
        digest = hashlib.sha256(body.getvalue()).hexdigest()
        place = cache.folder("tables") / f"{wanted.name}-{_key(wanted)}-{digest[:16]}.parquet"
        cache.part(place).write_bytes(body.getvalue())
        cache.settle(place)
        return place


def whole(wanted: Tidy) -> bool:
    """Whether the cache has the table with the bytes its name promises."""
    place = kept(wanted)
    return place is not None and _whole(place)


def _whole(place: Path) -> bool:
    return cache.sha256(place)[:16] == place.stem[-16:]


@lru_cache(maxsize=32)
def _read(place: Path) -> "pl.DataFrame":
    import polars as pl

    return pl.read_parquet(place)


_SHARED = ("cow.py", "isocodes.py", "shape.py", "tidy.py", "partners.csv")
_STATES = ("../record/state_spans.csv", "../record/states.csv")
_OFFICES = tuple(
    f"{name}.py" for name in ("armenia", "georgia", "kazakhstan", "kyrgyzstan", "russia", "uzbekistan", "workbooks")
)


@once
def _key(wanted: Tidy) -> str:
    digest = hashlib.sha256()
    for source in wanted.sources:
        for path in catalogue.source(source).files:
            digest.update(mirror.published(path).sha256.encode())
    here = Path(__file__).parent
    offices = _OFFICES if wanted.module == "national" else ()
    for name in (f"{wanted.module}.py", *_SHARED, *_STATES, *offices):
        digest.update((here / name).read_bytes())
    return digest.hexdigest()[:16]
