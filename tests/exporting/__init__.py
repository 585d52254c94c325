"""Rule books in the languages of others."""
