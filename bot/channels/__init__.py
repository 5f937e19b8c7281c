"""The messengers: what comes in becomes an `Inbound`, what goes out is a `Message`."""
