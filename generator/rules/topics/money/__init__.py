"""Money: commitments, balance, currencies, co-funding, subsidies."""
