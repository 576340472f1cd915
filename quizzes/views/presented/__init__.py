"""What the pages of playing show, rendered in the reader's language. Views make responses of it."""
