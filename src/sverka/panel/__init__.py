"""Panels: dyad-years and state-years assembled from open data, with *no tie* and *not covered* kept apart."""
