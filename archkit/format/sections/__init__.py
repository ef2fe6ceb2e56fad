"""Each section of the template: how its text is read, and what its template is given to write it."""
