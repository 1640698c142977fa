package dev.seguia.admin;

import dev.seguia.poll.EntryRules;
import dev.seguia.store.EntryStore;
import dev.seguia.store.entry.StoredEntry;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/// The operator's actions on single entries.
public final class EntryActions {
  /// The batch size: other transactions run in between.
  private static final int AT_ONCE = 200;

  private static final int MOST_OF_A_STORY = 50;

  private final EntryStore entries;
  private final Supplier<EntryRules> rules;

  /// @param rules those in force
  public EntryActions(EntryStore entries, Supplier<EntryRules> rules) {
    this.entries = entries;
    this.rules = rules;
  }

  /// Explains an entry.
  ///
  /// @param name its id, its link, or the address of its page
  public Optional<Explanation> explain(String name) {
    return entries
        .named(name)
        .map(entry ->
            Explanation.of(
                entry,
                rules.get().fitting(entry),
                entries.sameStory(entry, MOST_OF_A_STORY).nearest(),
                entries.pageTrouble(entry)));
  }

  /// The result of splitting an entry.
  ///
  /// @param entries the ids of those that came out of it; none if nothing had joined it
  public record Split(String id, List<String> entries) {}

  /// Splits a merged entry permanently.
  ///
  /// @param sourceId of the source whose copy leaves; all but the first leave if absent
  /// @return empty if there is no such entry
  public Optional<Split> split(String name, Optional<String> sourceId) {
    return entries
        .named(name)
        .map(entry -> new Split(entry.id(), entries.split(entry.id(), sourceId)));
  }

  /// The progress of applying the rules to stored entries.
  ///
  /// @param after the place of the last entry that was looked at
  /// @param looked how many were looked at in this step
  /// @param changed how many of them changed
  /// @param total how many there are in all
  /// @param done nothing is left
  public record Applied(long after, int looked, int changed, long total, boolean done) {}

  /// Applies the rules to a batch of stored entries.
  ///
  /// @param after the place of the last one before; -1 at the beginning
  public Applied apply(long after) {
    var page = entries.inOrder(after, AT_ONCE);
    var changed = entries.retag(page.stream().map(this::judged).toList());
    var last = page.isEmpty() ? after : page.getLast().seq();
    return new Applied(last, page.size(), changed, entries.count(), page.size() < AT_ONCE);
  }

  private EntryStore.Retagged judged(StoredEntry entry) {
    var verdict = rules.get().judge(entry, entries.tagsOfSources(entry), entries::isKnown);
    return new EntryStore.Retagged(entry.seq(), verdict.tags(), verdict.audience());
  }
}
