"""Many articles at once: where they come from, checking them on many workers, and tables that can be gone on with."""
