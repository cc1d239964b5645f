"""Scenarios in words: the result of a simulation on a terminal, on a page and beside a thesis."""
