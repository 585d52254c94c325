"""What a person reads: the words for codes, and the sentences made of them."""
