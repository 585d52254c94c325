"""Reading and writing: from plain trees to attrs classes and back, with every fault told."""
