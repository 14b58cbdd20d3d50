"""What a build leaves for the next one: what was worked out, what it depends on, and what a release holds."""
