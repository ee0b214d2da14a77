"""Keys and sealing: what makes a stolen database unreadable, and a destroyed key final."""
