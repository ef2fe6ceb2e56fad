"""Questions over many documents: frames, sums and figures of a portfolio."""
