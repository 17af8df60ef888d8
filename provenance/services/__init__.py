"""One use case a file; the layer that joins the rooms."""
