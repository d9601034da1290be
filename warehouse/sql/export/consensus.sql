SELECT * FROM consensus ORDER BY watch, quantity;
