"""What a template should not be left with, found without data."""
