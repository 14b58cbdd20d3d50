"""The guard of personal data over files: what people write and attach, what is staged in git, and the finished site."""
