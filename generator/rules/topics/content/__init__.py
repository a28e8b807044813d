"""What the agreement says: its object, its axis, its days, its words, and that nothing of it is missing."""
