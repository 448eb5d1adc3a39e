"""What the law gives: calendars, norms, resolution, routes (floor 4). It opens no file."""
