package dev.seguia.store.tag;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;

/// A tag in the store.
///
/// @param label the spelling that is shown
/// @param disputed whether it was ever spelt otherwise, so that spellings are counted
record KnownTag(int number, Tag tag, String label, boolean disputed) {
  EntryTag as(EntryTag.Provenance from) {
    return new EntryTag(tag, label, from);
  }
}
