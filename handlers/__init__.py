"""One module per thing a person can do. Kept free of imports: views are used without aiogram."""
