package dev.seguia.store.tag;

import dev.seguia.feed.Tag;

/// How much a tag is used.
///
/// @param label the most frequent spelling
/// @param entries how many carry it, of those that were counted
/// @param isOfList whether the list of sources gives it to a source that is listed
public record TagUse(Tag tag, String label, long entries, boolean isOfList) {}
