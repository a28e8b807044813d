"""Facts that a document states, before any language words them: values without sentences."""
