"""Rules about the form of files: what is written must be readable before it can be true."""
