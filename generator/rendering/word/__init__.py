"""WordprocessingML: names, order of the schema, text, styles, lists, tables, identifiers (ECMA-376 part 1, 17)."""
