"""One file a kind of claim: what its words may mean, and what every source says under each meaning."""
