-- Which quantities there are, with what their watch says of them.
SELECT watch, quantity, title, kind, basis, status, unit
FROM quantities
ORDER BY watch, quantity;
