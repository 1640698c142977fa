package dev.seguia.store.session;

import dev.seguia.feed.Tag;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryReader;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.state.SourceTable;
import dev.seguia.store.tag.TagTable;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// One transaction of a [WriteSession], with the cached tables of the session. It collects which
/// entries are new or changed; consumers and feeds see them after the commit.
public final class WriteTransaction {
  private static final String CHANGE = "update entry set changed = ? where seq = ?";

  private final Transaction sql;
  private final SourceTable sources;
  private final TagTable tags;
  private final ChangeLog changeLog;
  private final RevisionCounters revisions;
  private final long generation;
  private final Set<Long> changed = new LinkedHashSet<>();
  private final Map<Long, Optional<StoredEntry>> added = new LinkedHashMap<>();

  WriteTransaction(
      Transaction sql,
      SourceTable sources,
      TagTable tags,
      ChangeLog changeLog,
      RevisionCounters revisions,
      long generation) {
    this.sql = sql;
    this.sources = sources;
    this.tags = tags;
    this.changeLog = changeLog;
    this.revisions = revisions;
    this.generation = generation;
  }

  /// The transaction of the database.
  public Transaction sql() {
    return sql;
  }

  public SourceTable sources() {
    return sources;
  }

  public TagTable tags() {
    return tags;
  }

  public EntryReader reader() {
    return new EntryReader(sql, sources, tags);
  }

  /// How often the session has read its tables again: when this number changes, everything cached
  /// from the database is invalid.
  public long generation() {
    return generation;
  }

  /// The arrival number of one more entry.
  public long nextSeq() {
    return changeLog.nextSeq();
  }

  /// Records a new entry.
  ///
  /// @param entry as [EntryReader] would read it; empty if it is to be read
  public void added(long seq, Optional<StoredEntry> entry) {
    added.put(seq, entry);
  }

  /// Records that a known entry changed.
  public void changed(long seq) {
    changed.add(seq);
  }

  /// Records that a known entry changed, also in its row.
  public void markChanged(long seq) {
    sql.update(CHANGE, sql.now(), seq);
    changed(seq);
  }

  /// Marks the feeds of these tags and sources as changed with the commit.
  public void changesFeeds(Collection<Tag> tags, Collection<String> sources) {
    sql.afterCommit(() -> revisions.changed(tags, sources));
  }

  /// Marks the feeds of these entries as changed with the commit.
  public void changesFeedsOf(Collection<StoredEntry> entries) {
    sql.afterCommit(() -> revisions.changed(entries));
  }

  /// Marks every feed as changed with the commit.
  public void changesAllFeeds() {
    sql.afterCommit(revisions::changedEverywhere);
  }

  Set<Long> changed() {
    return Collections.unmodifiableSet(changed);
  }

  /// The new entries, in arrival order.
  public Map<Long, Optional<StoredEntry>> added() {
    return Collections.unmodifiableMap(added);
  }
}
