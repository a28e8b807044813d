"""Money that passes: payments, and the subsidies that an act grants."""
