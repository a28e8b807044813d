"""From the tree of a part to code that prints it, with all that it says."""
