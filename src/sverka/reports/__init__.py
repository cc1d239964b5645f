"""Reports: what was found, put into words: table, page, JSON. Codes come in, Russian or English goes out."""
