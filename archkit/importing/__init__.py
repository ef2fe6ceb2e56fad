"""Import: an architecture document made of an existing one, with a report of what went where."""
