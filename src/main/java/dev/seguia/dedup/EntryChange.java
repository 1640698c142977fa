package dev.seguia.dedup;

/// The effect of an arriving entry on the store.
public sealed interface EntryChange {
  /// An entry that was never seen before.
  record New() implements EntryChange {}

  /// The source reuses an old id for a new entry: the old entry stays, under another key.
  record ReusedId(KnownEntry before) implements EntryChange {}

  /// The source reuses an id for the entry that had it before: the entry that has it now loses it
  /// again.
  ///
  /// @param edited whether the entry's text changed in substance
  record Returned(KnownEntry displaced, KnownEntry before, boolean edited) implements EntryChange {}

  /// The source continues the entry under the id by which it was merged, and no longer carries it
  /// under its first one.
  record Moved(KnownEntry before) implements EntryChange {}

  /// An entry that was merged by its words was rewritten, and is now another article.
  record Left(KnownEntry before) implements EntryChange {}

  /// A known entry whose text changed substantially.
  record Edited(KnownEntry before) implements EntryChange {}

  /// A known entry without a change that a reader would notice.
  record Touched(KnownEntry before) implements EntryChange {}

  /// The entry is in the store already, by its link: another source brought it, or the same one
  /// under another id.
  record SameLink(KnownEntry before) implements EntryChange {}

  /// The entry is in the store already: an aggregator brings it, and names its original id and
  /// source.
  record SameOrigin(KnownEntry before) implements EntryChange {}

  /// The source brings an old entry again under another id and link: same title and date.
  record SameContent(KnownEntry before) implements EntryChange {}

  /// Another source, or the same one again, brings the article in the same words, or nearly so
  /// (near-duplicate).
  record SameText(KnownEntry before, Match match) implements EntryChange {}
}
