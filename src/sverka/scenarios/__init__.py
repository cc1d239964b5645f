"""Scenarios: a bloc dissolves, a member leaves, a partner is replaced, a coalition imposes sanctions – what a model says."""
