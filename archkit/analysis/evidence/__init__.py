"""Evidence: how strongly findings support what cites them, and what stands without support."""
