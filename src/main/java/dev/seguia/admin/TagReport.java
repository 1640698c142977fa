package dev.seguia.admin;

import dev.seguia.store.tag.StoredTag;
import java.time.Instant;
import java.util.Optional;

/// A tag with its entries, for the operator.
///
/// @param newest when the newest of its entries arrived; empty if it has none
public record TagReport(String name, String label, long entries, Optional<Instant> newest) {
  static TagReport of(StoredTag tag) {
    return new TagReport(
        tag.tag().name(),
        tag.label(),
        tag.entries(),
        tag.entries() == 0 ? Optional.empty() : Optional.of(tag.newest()));
  }
}
