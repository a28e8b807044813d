"""How texts, names and lists are typed: what the acts would print as it stands."""
