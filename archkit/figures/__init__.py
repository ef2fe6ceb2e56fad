"""Figures from numbers: each returns itself with a sentence for who cannot see it. matplotlib, never pyplot."""
