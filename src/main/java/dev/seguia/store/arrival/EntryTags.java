package dev.seguia.store.arrival;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.EntryTag.Provenance;
import dev.seguia.feed.Tag;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.session.WriteTransaction;
import dev.seguia.store.tag.FeedTimestamps;
import dev.seguia.store.tag.PackedTags;
import dev.seguia.store.tag.PackedTags.Numbered;
import dev.seguia.store.tag.TagSpellings;
import dev.seguia.store.tag.TagTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Adds and removes the tags of entries within one transaction, and tracks whose feeds change by
/// it. The link between a tag and an entry is stored twice: with the entry, and in the list of the
/// tag.
final class EntryTags {
  private static final String ADD = "insert into entry_tag (tag, arrival, seq) values (?, ?, ?)";

  static final String REMOVE = "delete from entry_tag where tag = ? and arrival = ? and seq = ?";

  private static final String READ = "select arrival, tags from entry where seq = ?";

  private static final String TAGS = "select tags from entry where seq = any(?)";

  private static final String WRITE = "update entry set tags = ? where seq = ?";

  private final WriteTransaction writing;
  private final Transaction transaction;
  private final TagTable tags;
  private final Map<Long, Map<Tag, EntryTag>> given = new LinkedHashMap<>();
  private final Set<Tag> touched = new HashSet<>();

  /// The numbers of tags that known entries were given.
  private final Set<Integer> gained = new HashSet<>();

  EntryTags(WriteTransaction writing) {
    this.writing = writing;
    this.transaction = writing.sql();
    this.tags = writing.tags();
  }

  /// The tag columns of an entry's row.
  private record Tagged(long arrival, List<Numbered> tags) {}

  /// Adds the tags from one source to an entry; existing ones stay.
  void give(long seq, List<EntryTag> entryTags) {
    var all = given.computeIfAbsent(seq, any -> new LinkedHashMap<>());
    entryTags.forEach(tag -> all.putIfAbsent(tag.tag(), tag));
  }

  /// Writes the added tags, except in the rows of new entries.
  ///
  /// @param added when the new entries arrived; all others are known ones
  /// @return the tags of each new entry that has any
  Map<Long, List<Numbered>> write(Map<Long, Instant> added) {
    var rows = new ArrayList<Object[]>();
    var spellings = new ArrayList<EntryTag>();
    var ofNew = new LinkedHashMap<Long, List<Numbered>>();
    var numbers =
        tags.numbersOf(
            transaction, given.values().stream().flatMap(one -> one.values().stream()).toList());
    given.forEach((seq, entryTags) -> {
      var arrival = added.get(seq);
      if (arrival == null) spellings.addAll(giveKnown(seq, entryTags.values(), numbers, rows));
      else {
        spellings.addAll(entryTags.values());
        var numbered = numbered(entryTags.values(), numbers);
        if (!numbered.isEmpty()) ofNew.put(seq, numbered);
        for (var tag : numbered) rows.add(new Object[] {tag.tag(), arrival, seq});
      }
    });
    transaction.updateAll(ADD, rows);
    noteGains();
    spellings.forEach(tag -> touched.add(tag.tag()));
    new TagSpellings(transaction, tags).count(spellings);
    return ofNew;
  }

  private static List<Numbered> numbered(Collection<EntryTag> given, Map<Tag, Integer> numbers) {
    var numbered = new ArrayList<Numbered>(given.size());
    for (var tag : given)
      numbered.add(new Numbered(numbers.getOrDefault(tag.tag(), -1), tag.from()));
    return numbered;
  }

  /// @return the tags that it did not have
  private List<EntryTag> giveKnown(
      long seq, Collection<EntryTag> wanted, Map<Tag, Integer> numbers, List<Object[]> rows) {
    var missing = new ArrayList<EntryTag>();
    var entry = read(seq);
    if (entry.isEmpty()) return missing;
    var all = new ArrayList<>(entry.get().tags());
    var has = new HashSet<>(all.stream().map(Numbered::tag).toList());
    for (var tag : wanted) {
      int number = numbers.getOrDefault(tag.tag(), -1);
      if (!has.add(number)) continue;
      missing.add(tag);
      all.add(new Numbered(number, tag.from()));
      rows.add(new Object[] {number, entry.get().arrival(), seq});
      gained.add(number);
    }
    if (missing.isEmpty()) return missing;
    write(seq, all);
    writing.markChanged(seq);
    return missing;
  }

  /// Gives one tag to known entries, on behalf of the source that carries them.
  void giveAll(Collection<Long> seqs, EntryTag tag) {
    var rows = new ArrayList<Object[]>();
    var numbers = tags.numbersOf(transaction, List.of(tag));
    for (var seq : seqs) giveKnown(seq, List.of(tag), numbers, rows);
    transaction.updateAll(ADD, rows);
    noteGains();
  }

  private void noteGains() {
    for (var number : gained) new FeedTimestamps(transaction).ofMembers(number);
    gained.clear();
  }

  private Optional<Tagged> read(long seq) {
    return transaction.first(
        READ, row -> new Tagged(row.number("arrival"), PackedTags.unpack(row.bytes("tags"))), seq);
  }

  private void write(long seq, List<Numbered> all) {
    transaction.update(
        WRITE, all.isEmpty() ? Optional.empty() : Optional.of(PackedTags.pack(all)), seq);
  }

  /// The tags that an entry has.
  List<EntryTag> of(long seq) {
    return read(seq).map(entry -> tags.tags(transaction, entry.tags())).orElse(List.of());
  }

  /// Removes tags from a known entry. The caller marks it as changed.
  void take(long seq, Collection<Tag> lost) {
    for (var tag : lost) take(seq, tags.number(transaction, tag), _ -> true);
  }

  /// Removes from known entries a tag that only their source had given them.
  ///
  /// @param number of the tag
  void takeAll(Collection<Long> seqs, int number) {
    for (var seq : seqs) if (take(seq, number, Provenance::isOfSource)) writing.markChanged(seq);
  }

  private boolean take(long seq, int number, Predicate<Provenance> from) {
    var entry = read(seq);
    if (entry.isEmpty()) return false;
    var all = new ArrayList<>(entry.get().tags());
    if (!all.removeIf(one -> one.tag() == number && from.test(one.from()))) return false;
    transaction.update(REMOVE, number, entry.get().arrival(), seq);
    new FeedTimestamps(transaction).ofMembers(number);
    write(seq, all);
    return true;
  }

  /// Records that entries lost these tags.
  void taken(Collection<Tag> tags) {
    touched.addAll(tags);
  }

  boolean hasTouched() {
    return !touched.isEmpty();
  }

  /// The tags whose feeds change: those given now, and all that the changed entries have.
  Set<Tag> touched(Collection<Long> changed) {
    if (!changed.isEmpty())
      transaction
          .query(
              TAGS,
              row -> PackedTags.unpack(row.bytes("tags")),
              (Object) changed.toArray(Long[]::new))
          .forEach(some -> tags.tags(transaction, some).forEach(tag -> touched.add(tag.tag())));
    return touched;
  }
}
