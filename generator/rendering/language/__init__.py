"""The language of templates: tags, values, the sandbox in which they are evaluated, filters."""
