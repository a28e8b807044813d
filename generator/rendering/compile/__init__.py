"""From a template’s file to parts that can be filled."""
