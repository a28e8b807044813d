"""The language of templates: values, holes, the sandbox in which tags are evaluated, filters."""
