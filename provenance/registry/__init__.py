"""Who is who: outlets, agencies, governments, offices and their holders."""
