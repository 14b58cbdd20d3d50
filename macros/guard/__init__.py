"""The guard of personal data ("granskning"): what may never be published, and what a person must look at first."""
