"""A document as other formats: records, task files, tables, JSON; and what each of them could not carry."""
