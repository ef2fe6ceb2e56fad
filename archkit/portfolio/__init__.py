"""Questions over many documents."""
