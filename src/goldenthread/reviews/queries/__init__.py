"""What a person may see: functions named for what they return, the person first. Nothing is written."""
