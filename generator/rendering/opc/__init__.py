"""The file: a zip of parts and relations (ECMA-376 part 2, Open Packaging Conventions)."""
