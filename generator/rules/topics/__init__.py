"""The law by topic: one plain tuple of rules each, gathered by :mod:`generator.rules`."""
