"""Where and how the card's two applications are activated (source A1 to A4)."""
