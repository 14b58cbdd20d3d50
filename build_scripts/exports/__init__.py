"""Every file beside the pages: calendars, feeds, tables, the search index, the sitemap; `files` lists them."""
