"""What the rules are: the record, its dates, its checks and its pages. Pure functions; only `record.reading` reads files."""
