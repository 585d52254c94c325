"""What is told: the parts of a decision, one file a part."""
