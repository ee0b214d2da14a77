"""How an installation is set up and served: its folder, its database, its settings."""
