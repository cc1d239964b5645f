"""Exhibits: what the data and the record show of a state, a pair or an organization, each with its source and rows."""
