"""Measurements anyone can repeat: `make bench`. Ratios and shares compare; seconds belong to the machine they name."""
