"""What a rule is, how it is judged, cited, weighed and waived: nothing here knows a text of law."""
