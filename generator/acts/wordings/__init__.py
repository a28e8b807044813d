"""From facts to words: what each language makes of them, and how a view becomes what a template reads."""
