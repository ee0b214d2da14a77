"""What people do, one function each: lock, ask the rule, write, record in the trail."""
