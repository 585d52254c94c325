"""Rule books in the languages of others: SQL for the places where the rows live."""
