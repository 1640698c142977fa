package dev.seguia.store.entry;

import java.util.Optional;

/// The entries that stand next to one where entries are listed by arrival.
public record Neighbours(Optional<StoredEntry> newer, Optional<StoredEntry> older) {}
