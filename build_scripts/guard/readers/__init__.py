"""What files hold, as texts to be judged: attachments of every type, and the files of a finished site."""
