"""The dataset that `export` writes and `load` reads back: a Tabular Data Package."""
