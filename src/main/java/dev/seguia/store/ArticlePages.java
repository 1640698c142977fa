package dev.seguia.store;

import dev.seguia.feed.Entry;
import dev.seguia.source.Source;
import dev.seguia.source.Source.Kind;
import dev.seguia.store.arrival.Bodies;
import dev.seguia.store.arrival.ChangedEntries;
import dev.seguia.store.arrival.Poll;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.LinkHash;
import dev.seguia.store.entry.StoredEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The pages of articles that are to be read, since their sources give a summary only.
public final class ArticlePages {
  private static final String DUE =
      """
      select seq, tries from (
        select p.seq, p.tries, p.due,
          row_number() over (partition by e.origin order by p.due, p.seq) as turn
        from article_page p join entry e on e.seq = p.seq
        where p.due <= ?) as waiting
      where turn <= ?
      order by due, seq
      fetch first ? rows only\
      """;

  private static final String PUT_OFF =
      "update article_page set due = ?, tries = tries + 1, reason = ? where seq = ?";

  private static final String READ =
      "update article_page set due = null, was_read = ?, tries = 0, reason = null where seq = ?";

  private static final String ADD =
      "insert into article_page (seq, due, tries, was_read, full_text) values (?, ?, ?, ?, ?)";

  private static final String TITLE = "update entry set title = ? where seq = ? and title = ''";

  /// Where no source dates an entry, it has the time when it was first seen.
  private static final String DATE =
      """
      update entry set published = ?
      where seq = ? and first_seen > ? and published = first_seen and not exists (
        select 1 from sighting s where s.seq = entry.seq and s.published is not null)\
      """;

  /// The address of another entry stays that one's.
  private static final String LINK =
      """
      update entry set link = ?, link_hash = ?, link_key = ?
      where seq = ? and not exists (select 1 from entry o where o.link_hash = ?)\
      """;

  private final Database database;
  private final SourceStore sourceStore;

  public ArticlePages(Database database, SourceStore sourceStore) {
    this.database = database;
    this.sourceStore = sourceStore;
  }

  /// A page whose time has come.
  ///
  /// @param entry as it is now
  /// @param tries how often it could not be read
  public record Due(StoredEntry entry, int tries) {}

  /// Which part of a page is wanted.
  public enum Part {
    /// The text in place of the feed's, and what the entry lacks.
    TEXT,
    /// What the entry lacks, and of the text the beginning only.
    SUMMARY;

    /// What a source wants of the pages of its articles: the text where that is wished, and the
    /// beginning where there is hardly anything else.
    public static Optional<Part> wantedBy(Source.Settings settings) {
      if (settings.fullText()) return Optional.of(TEXT);
      return settings.kind().equals(Optional.of(Kind.SITEMAP))
          ? Optional.of(SUMMARY)
          : Optional.empty();
    }
  }

  /// Pages to be read, those that wait longest first.
  ///
  /// @param ofSource how many of one source at most: one that brings many keeps no other waiting
  public List<Due> due(Instant now, int ofSource, int limit) {
    return database.read(transaction -> {
      var tries =
          transaction
              .query(
                  DUE,
                  row -> new long[] {row.number("seq"), row.number("tries")},
                  now,
                  ofSource,
                  limit)
              .stream()
              .collect(Collectors.toMap(row -> row[0], row -> (int) row[1]));
      return sourceStore
          .reader(transaction)
          .readForList(tries.keySet().stream().sorted().toList())
          .stream()
          .map(entry -> new Due(entry, tries.getOrDefault(entry.seq(), 0)))
          .toList();
    });
  }

  /// Takes over what the page of an entry gives. An entry that has gone meanwhile stays gone.
  ///
  /// @param article what its page says, clean
  /// @return whether anything of the entry changed
  public boolean keep(StoredEntry entry, Entry article, Part part) {
    return sourceStore.commit(transaction -> {
      Optional<Boolean> again =
          transaction.first(
              "select was_read from article_page where seq = ?",
              row -> row.bool("was_read"),
              entry.seq());
      if (again.isEmpty()) return false;
      var changed = keep(transaction, entry.seq(), article, part, again.get());
      transaction.update(READ, part == Part.TEXT, entry.seq());
      return changed;
    });
  }

  private boolean keep(Transaction transaction, long seq, Entry article, Part part, boolean again) {
    var bodies = new Bodies(transaction);
    var before = bodies.of(seq);
    var after = before.completedBy(article, part, again);
    var corrected = !again && correct(transaction, seq, article);
    if (after.equals(before) && !corrected) return false;
    bodies.write(after, seq);
    ChangedEntries.mark(transaction, transaction.now(), seq);
    // As it is now: others may have joined it while its page was fetched.
    var changed = sourceStore.reader(transaction).read(List.of(seq));
    transaction.afterCommit(() -> sourceStore.revisions().changed(changed));
    return true;
  }

  /// Takes over what only the page knows: the title and the date of an entry that has none, the
  /// article's own address where its link only led there.
  private static boolean correct(Transaction transaction, long seq, Entry article) {
    var titled = transaction.update(TITLE, article.title(), seq) > 0;
    var dated =
        article
            .published()
            .filter(date -> transaction.update(DATE, date, seq, date) > 0)
            .isPresent();
    var linked =
        article
            .linkKey()
            .filter(key ->
                transaction.update(
                        LINK, article.link(), LinkHash.of(key), key, seq, LinkHash.of(key))
                    > 0)
            .isPresent();
    return titled || dated || linked;
  }

  /// Notes that a page could not be read.
  ///
  /// @param reason in plain words
  /// @param again when it is tried again; never if empty
  public void putOff(StoredEntry entry, String reason, Optional<Instant> again) {
    sourceStore.commit(transaction -> transaction.update(PUT_OFF, again, reason, entry.seq()));
  }

  /// Within a poll: the pages of new entries are to be read, as soon as may be.
  public static void add(Transaction transaction, Poll poll, Part part, Iterable<Long> seqs) {
    var rows = new ArrayList<Object[]>();
    for (var seq : seqs) rows.add(new Object[] {seq, poll.now(), 0, false, part == Part.TEXT});
    transaction.updateAll(ADD, rows);
  }

  /// Within a poll: a source that wants the text of pages has joined entries that were there before
  /// it.
  public static void wantText(Transaction transaction, Poll poll, Iterable<Long> seqs) {
    for (var seq : seqs) {
      var known =
          transaction.first(
              "select full_text from article_page where seq = ?",
              row -> row.bool("full_text"),
              seq);
      if (known.isEmpty())
        transaction.updateAll(
            ADD, List.<Object[]>of(new Object[] {seq, poll.now(), 0, false, true}));
      else if (!known.get())
        transaction.update(
            "update article_page set due = ?, tries = 0, full_text = true where seq = ?",
            poll.now(),
            seq);
    }
  }

  /// Within a poll: the source wrote an entry anew, and so may have its page been.
  public static void readAgain(Transaction transaction, Poll poll, long seq) {
    transaction.update(
        "update article_page set due = ?, tries = 0 where seq = ? and was_read", poll.now(), seq);
  }
}
