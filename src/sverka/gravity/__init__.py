"""Gravity: the PPML estimator with many fixed effects, and equilibrium solvers. Arrays in, arrays out; no states here."""
