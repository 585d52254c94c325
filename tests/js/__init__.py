"""The reader in JavaScript, run by Node beside the library."""
