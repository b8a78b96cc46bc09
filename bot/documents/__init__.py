"""Documents that operators send by chat, from their bytes to the database."""
