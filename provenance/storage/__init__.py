"""Tables, migrations, and the only sessions."""
