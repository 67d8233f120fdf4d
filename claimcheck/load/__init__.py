"""Files to claims: reading YAML and JSON with positions, and finding what is wrong in them."""
