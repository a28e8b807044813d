"""The framework convention itself: its parameters are read in its text, and its data hold together.

These rules judge a framework convention and its events without any action; an act made under it is barred by their
errors like by those of its own rules.
"""
