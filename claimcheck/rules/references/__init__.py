"""Rules about claims that are taken as true."""
