"""The approval of each party: its vote, what makes the vote enforceable, and what must precede the signature."""
