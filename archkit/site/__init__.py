"""A site of many documents: pages, index, search, map, timeline, tags and feed, built anew only where needed."""
