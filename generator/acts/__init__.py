"""From a case to document requests: which documents there are, for whom, and the words that each prints.

Three floors: ``facts`` are what a document states, as values; ``views`` group them under the French names that
templates read, and know no sentence; ``wordings`` turn facts into the words of a language, and views into what a
template prints. Above them, ``subjects``, ``numbering`` and ``planning`` say which documents there are, and
``catalogue`` what templates may read.
"""
