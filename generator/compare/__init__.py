"""Comparing texts and acts: what changed, and whether it may."""
