"""From a case to document requests: which documents there are, for whom, and the words that each prints."""
