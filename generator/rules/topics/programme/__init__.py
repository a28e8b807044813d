"""The law of a year: what its actions and its programme contradict between them."""
