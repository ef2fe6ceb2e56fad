"""Document → page: one self-contained HTML file, with text as data everywhere; needs neither pandas nor matplotlib."""
