"""Explore: a state, a pair, an organization, on timelines, in charts and on the map."""

from sverka.web.pages import routes

router = routes()
