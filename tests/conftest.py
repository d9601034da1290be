"""What holds for every test: how many random examples are tried."""

import os

from hypothesis import settings

from tests.effort import examples

# Times are checked by the benches and by the tests that say so: a busy machine must not fail a property.
settings.register_profile("full", max_examples=100, deadline=None)
settings.register_profile("quick", max_examples=examples(100), deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))
