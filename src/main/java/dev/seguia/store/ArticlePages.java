package dev.seguia.store;

import dev.seguia.feed.Entry;
import dev.seguia.store.arrival.ArticlePart;
import dev.seguia.store.arrival.EntryBodies;
import dev.seguia.store.database.Database;
import dev.seguia.store.database.LookupHash;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;
import dev.seguia.store.entry.LinkHash;
import dev.seguia.store.entry.StoredEntry;
import dev.seguia.store.session.WriteSession;
import dev.seguia.store.session.WriteTransaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The queue of article pages to read, for sources whose feeds have only summaries.
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
      """
      update article_page set due = null, was_read = ?, tries = 0, reason = null, refused = false,
        site = ?, sketch = ?, picture = ?
      where seq = ?\
      """;

  /// What the feed wrote is kept once: a text that is here already may be that of the page.
  private static final String KEEP_OWN =
      """
      update article_page set own_body = coalesce(own_body, ?) where seq = ?\
      """;

  private static final String REFUSE =
      """
      update article_page set due = ?, was_read = false, tries = tries + 1, reason = ?,
        refused = true, own_body = null, site = ?, sketch = ?
      where seq = ?\
      """;

  private static final String OF_SITE =
      """
      select p.seq, p.sketch, p.refused, e.title
      from article_page p join entry e on e.seq = p.seq
      where p.site = ? and p.sketch is not null
      order by p.seq desc
      fetch first ? rows only\
      """;

  private static final String WITH_PICTURE =
      "select seq from article_page where site = ? and picture = ? order by seq desc"
          + " fetch first ? rows only";

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
  private final WriteSession session;

  public ArticlePages(Database database, WriteSession session) {
    this.database = database;
    this.session = session;
  }

  /// An article page that is due.
  ///
  /// @param entry as it is now
  /// @param tries how often it could not be read
  public record Due(StoredEntry entry, int tries) {}

  /// The pages that are due, longest waiting first.
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
      return session
          .reader(transaction)
          .readForList(tries.keySet().stream().sorted().toList())
          .stream()
          .map(entry -> new Due(entry, tries.getOrDefault(entry.seq(), 0)))
          .toList();
    });
  }

  /// What is stored about a page, for comparison with others.
  ///
  /// @param site the host of the entry's link
  /// @param sketch by which the text is known again
  /// @param picture the URL of the picture that it names for itself
  public record Trace(String site, Optional<byte[]> sketch, Optional<String> picture) {}

  /// The text of a page that was read earlier.
  ///
  /// @param title of its entry
  /// @param refused it is not taken for that of the entry
  public record Earlier(long seq, String title, byte[] sketch, boolean refused) {}

  /// The texts of a site's earlier pages, those of the newest entries first.
  public List<Earlier> earlier(String site, int limit) {
    return database.read(transaction ->
        transaction.query(
            OF_SITE,
            row ->
                new Earlier(
                    row.number("seq"), row.text("title"), row.bytes("sketch"), row.bool("refused")),
            site,
            limit));
  }

  /// The entries whose pages have a picture, the newest first.
  ///
  /// @param site the host of the entries' links
  /// @param picture its URL
  public List<Long> withPicture(String site, String picture, int limit) {
    return database.read(
        transaction -> transaction.numbers(WITH_PICTURE, site, LookupHash.of(picture), limit));
  }

  /// Takes a picture from entries: it stands for none of them.
  ///
  /// @param picture its URL
  public void removePicture(Collection<Long> seqs, String picture) {
    session.commit(writing -> {
      var bodies = new EntryBodies(writing.sql());
      var changed = new ArrayList<Long>();
      for (var seq : seqs) {
        var body = bodies.of(seq);
        if (body.image().filter(image -> image.url().equals(picture)).isEmpty()) continue;
        bodies.write(body.withoutImage(), seq);
        writing.markChanged(seq);
        changed.add(seq);
      }
      writing.changesFeedsOf(writing.reader().read(changed));
      return changed.size();
    });
  }

  /// Records that a page is not that of the entry, and restores the text of the entry's feed if the
  /// page's text was in use.
  ///
  /// @param reason in plain words
  /// @param again when the page is tried again; never if empty
  public void refuse(long seq, Trace trace, String reason, Optional<Instant> again) {
    session.commit(writing -> {
      var transaction = writing.sql();
      var own =
          transaction.first(
              "select own_body from article_page where seq = ? and own_body is not null",
              row -> EntryBody.inflate(row.bytes("own_body")),
              seq);
      if (own.isPresent()) {
        new EntryBodies(transaction).write(own.get(), seq);
        writing.markChanged(seq);
        writing.changesFeedsOf(writing.reader().read(List.of(seq)));
      }
      return transaction.update(REFUSE, again, reason, trace.site(), trace.sketch(), seq);
    });
  }

  /// Stores the text of an entry's page. An entry that was removed meanwhile stays removed.
  ///
  /// @param article what its page says, clean
  /// @return whether anything of the entry changed
  public boolean keep(StoredEntry entry, Entry article, ArticlePart part, Trace trace) {
    return session.commit(writing -> {
      var transaction = writing.sql();
      Optional<Boolean> again =
          transaction.first(
              "select was_read from article_page where seq = ?",
              row -> row.bool("was_read"),
              entry.seq());
      if (again.isEmpty()) return false;
      var changed = keep(writing, entry.seq(), article, part, again.get());
      transaction.update(
          READ,
          part == ArticlePart.TEXT,
          trace.site(),
          trace.sketch(),
          trace.picture().map(LookupHash::of),
          entry.seq());
      return changed;
    });
  }

  private static boolean keep(
      WriteTransaction writing, long seq, Entry article, ArticlePart part, boolean again) {
    var transaction = writing.sql();
    var bodies = new EntryBodies(transaction);
    var before = bodies.of(seq);
    var after =
        before.completedBy(article, part == ArticlePart.TEXT ? article.content() : "", again);
    var corrected = !again && correct(transaction, seq, article);
    if (after.equals(before) && !corrected) return false;
    if (!after.equals(before)) transaction.update(KEEP_OWN, EntryBody.deflate(before), seq);
    bodies.write(after, seq);
    writing.markChanged(seq);
    // As it is now: others may have joined it while its page was fetched.
    writing.changesFeedsOf(writing.reader().read(List.of(seq)));
    return true;
  }

  /// Takes from the page what only it knows: the title and the date of an entry without them, the
  /// canonical URL if its link only redirected there.
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

  /// Records that a page could not be read, and when to retry.
  ///
  /// @param reason in plain words
  /// @param again when it is tried again; never if empty
  public void putOff(StoredEntry entry, String reason, Optional<Instant> again) {
    session.commit(writing -> writing.sql().update(PUT_OFF, again, reason, entry.seq()));
  }
}
