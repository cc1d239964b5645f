"""Ask: one claim, typed in the short form or put together in a form, and its verdict under every definition."""

from sverka.web.pages import routes

router = routes()
