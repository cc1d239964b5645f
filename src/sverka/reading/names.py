"""Names of states, organizations, treaties, persons and places in a document, linked to ids at its date."""

from sverka.reading.document import Document, Name

__all__ = ["Name", "names"]


def names(document: Document) -> list[Name]:
    """Every name in order of position; longer names win over the names inside them."""
    return []
