"""parafe: the acts of a framework convention between cities, made from checked data."""

__version__ = "0.1.0"
