"""Who contracts, who signs for whom, and by what power."""
