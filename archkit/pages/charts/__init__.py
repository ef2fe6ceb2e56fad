"""Where the marks of the page's charts stand: plain numbers in the charts' own view boxes; templates draw them."""
