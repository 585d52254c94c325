"""Which types of insurance apply, and who pays (source C2, and the Social Insurance Law)."""
