"""The facts that templates read: what a case says, in the French names and words of its acts."""
