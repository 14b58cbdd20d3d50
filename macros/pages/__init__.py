"""The pages: facts become HTML, a module and a template per kind. What a reader meets as words is in `wording` and `states`."""
