package dev.seguia.dedup;

/// What an arriving entry means for what is stored.
public sealed interface EntryChange {
  /// An entry never seen before.
  record New() implements EntryChange {}

  /// The source uses an old id for an entry that is new: the old one stays, under another key.
  record ReusedId(KnownEntry before) implements EntryChange {}

  /// The source uses an id for an entry that had it before: the one that has it now loses it again.
  ///
  /// @param edited whether the entry's text changed in substance
  record Returned(KnownEntry displaced, KnownEntry before, boolean edited) implements EntryChange {}

  /// The source goes on with the entry under the id by which it joined it, and no longer carries it
  /// under the one it had first.
  record Moved(KnownEntry before) implements EntryChange {}

  /// What joined the entry by its words was rewritten and is another article's now.
  record Left(KnownEntry before) implements EntryChange {}

  /// A known entry whose text changed in substance.
  record Edited(KnownEntry before) implements EntryChange {}

  /// A known entry in which nothing changed that a reader would notice.
  record Touched(KnownEntry before) implements EntryChange {}

  /// The entry stands in the store already, by its link: another source brought it, or the same one
  /// under another id.
  record SameLink(KnownEntry before) implements EntryChange {}

  /// The entry stands in the store already: an aggregator brings it, and names its id and its
  /// source.
  record SameOrigin(KnownEntry before) implements EntryChange {}

  /// The source brings an old entry again under another id and link: same title and date.
  record SameContent(KnownEntry before) implements EntryChange {}

  /// Another source, or the same one once more, brings the article in the same words, or nearly so.
  record SameText(KnownEntry before, Match match) implements EntryChange {}
}
