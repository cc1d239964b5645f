"""Sources: what is here, which version, under what licence, how to cite it, what it covers."""

from sverka.web.pages import routes

router = routes()
