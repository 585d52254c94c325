"""The localities that come with the library."""
