"""Records → what a person sees. Pure: no database, no network, no aiogram."""
