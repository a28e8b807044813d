"""From compiled parts and values to a document."""
