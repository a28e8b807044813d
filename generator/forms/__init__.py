"""Forms to fill in, made from models and values: texts are returned, nothing is written."""
