"""A secretary's year in a municipality that does not exist, played with nothing but commands and saved files.

The municipality, its board, the members, their matters and numbers are all made up. A module per meeting holds its scenes;
`tests/new/test_a_year.py` plays them and looks at the site after each. `python -m tests.new.year DIR` tells the year.
"""
