"""The shop's rules and its database: no screens, no devices, no network."""
