"""What follows from the record on a day, each fact once. States are enums; their Swedish words are in `macros.pages.states`."""
