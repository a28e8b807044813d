"""WordprocessingML: names, order of the schema, text, lists, cells, identifiers (ECMA-376 part 1, 17)."""
