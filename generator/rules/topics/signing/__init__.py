"""The signature and what it starts: days, originals, entry into force."""
