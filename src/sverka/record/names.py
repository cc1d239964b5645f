"""How any id is called in a report: states, organizations, treaties, persons."""

from sverka.claims.ids import name_of, prefix_of
from sverka.record import organizations, states
from sverka.record.states import WORLD, Language


def display(id_: str, language: Language = "en") -> str:
    """The name of whatever the id stands for, in the nominative.

    >>> display("EAEU", "ru"), display("person:Орбан", "ru")
    ('ЕАЭС', 'Орбан')
    """
    if prefix_of(id_) == "org":
        return organizations.organization_name(organizations.resolve(id_), language)
    if prefix_of(id_):
        return name_of(id_)
    if id_ == WORLD or states.exists(id_):
        return states.state_name(id_, language)
    return organizations.organization_name(id_, language)
