"""Programs that measure; none of them is a test. `make bench` runs them."""
