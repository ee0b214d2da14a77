"""Long work, done by a worker. A job acts for the person who asked, behind both walls; its arguments are ids."""
