"""The same over HTTP: pages, permalinks and an API. No logic of its own."""
