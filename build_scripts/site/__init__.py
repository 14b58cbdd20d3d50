"""The site as a whole: prepared, built in a folder of its own, verified, and shown in one step; and its ledgers."""
