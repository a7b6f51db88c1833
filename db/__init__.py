"""The local data file: tables, unit of work, migrations, lock and backup."""
