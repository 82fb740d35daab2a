"""The Excel host: the JX_ functions and the registry that describes them."""
