"""Open data: where each file comes from, what it says, and the small snapshot that ships with the package."""
