"""A year under a framework convention, as templates see it: its actions, its money, its calendar, what it shows."""
