"""What charts show, as frozen records: every word and figure that will stand in the picture."""
