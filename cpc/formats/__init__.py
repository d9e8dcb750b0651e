"""How dates and numbers are written, where Django's own formats are not what readers use."""
