"""Organization columns: how many international organizations two states share, or one belongs to (Correlates of War
IGO 3)."""

from sverka.panel.frame import Panel
from sverka.panel.matching import notes, pairs, singles
from sverka.sources.store import table
from sverka.sources.tables import tidy


def with_igo(panel: Panel) -> Panel:
    """Dyads: `shared_organizations`, in which both are full or associate members. States: `organizations_full`,
    `organizations_associate`, `organizations_observer`, `organizations_any`.

    Zero is a recorded absence; null is not covered. The count of pairs is peacesciencer's, whose documentation says
    full members only; recounted from the memberships, it is of full and associate members in every one of its rows. For
    full members alone, and for kinds of organizations, use `sverka.measures.shared_organizations` on the table cow_igo.
    """
    name = "cow_igo_dyads" if panel.unit == "dyads" else "cow_igo_states"
    told = notes(panel, "COW", "igo", "Correlates of War IGO 3", tidy(name).shape().years or (0, 0))
    if panel.unit == "dyads":
        shared = table(name).select("year", code1="ccode1", code2="ccode2", shared_organizations="shared")
        return panel.having(pairs(panel, shared, "COW"), *told)
    kinds = {f"organizations_{kind}": kind for kind in ("full", "associate", "observer", "any")}
    return panel.having(singles(panel, table(name).select("year", code="ccode", **kinds), "COW"), *told)
