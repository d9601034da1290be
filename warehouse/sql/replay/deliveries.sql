SELECT * FROM deliveries;
