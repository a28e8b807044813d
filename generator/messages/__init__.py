"""What the program says of faults: every message but those of rules, by family."""
