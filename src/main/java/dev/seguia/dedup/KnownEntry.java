package dev.seguia.dedup;

import java.time.Instant;
import java.util.Optional;

/// The stored data of an entry that an arriving one may equal.
///
/// @param seq names it in the store
/// @param title as it is published
/// @param linkKey of its link
/// @param substance of its text
/// @param published as it is published
public record KnownEntry(
    long seq, String title, Optional<String> linkKey, Fingerprint substance, Instant published) {}
