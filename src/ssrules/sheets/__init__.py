"""What answers and reports are told by: pieces, each of which is a text and HTML as well."""
