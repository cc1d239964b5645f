"""Checking: from a proposition through definitions and evidence to a verdict."""
