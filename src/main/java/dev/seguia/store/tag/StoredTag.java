package dev.seguia.store.tag;

import dev.seguia.feed.Tag;
import java.time.Instant;

/// A tag with the number of its entries.
///
/// @param label the most frequent spelling
/// @param entries how many entries carry it
/// @param newest when the newest of them arrived
public record StoredTag(Tag tag, String label, long entries, Instant newest) {}
