"""Settings that all tests share."""

from hypothesis import settings

settings.register_profile("parafe", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("parafe")
