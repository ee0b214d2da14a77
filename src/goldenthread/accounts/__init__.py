"""Who: partnerships, agencies, people, the posts they hold, and how they sign in."""
