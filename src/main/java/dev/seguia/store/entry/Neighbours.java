package dev.seguia.store.entry;

import java.util.Optional;

/// The next newer and next older entry in a list by arrival.
public record Neighbours(Optional<StoredEntry> newer, Optional<StoredEntry> older) {}
