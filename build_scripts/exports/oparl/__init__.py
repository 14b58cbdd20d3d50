"""The record as OParl 1.1: every thing as a file of JSON at its id, and the lists that lead to them.

The standard is https://oparl.org/spezifikation/. What it has no word for has the prefix `namnd:`. What a
static site cannot do is not claimed: lists have no filters.
"""
