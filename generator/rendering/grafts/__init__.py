"""What another document brings into a template: clauses, sub-documents, docxtpl’s objects."""
