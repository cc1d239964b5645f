"""Measurements anyone can repeat: `make bench`. Figures are ratios and shares; seconds belong to the machine they say."""
