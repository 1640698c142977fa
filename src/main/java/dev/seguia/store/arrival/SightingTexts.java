package dev.seguia.store.arrival;

import dev.seguia.dedup.EntryKey;
import dev.seguia.dedup.IncomingEntry;
import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.store.database.JsonColumn;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.entry.EntryBody;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The text that each source of a merged entry wrote, including the first: so that the best text
/// can be shown, and the entry can be split again without loss.
final class SightingTexts {
  private static final String ADD =
      """
      insert into sighting_text (source, entry_key, body, link_key, language, tags, shown)
      values (?, ?, ?, ?, ?, ?, ?)\
      """;

  private static final String FIRST =
      """
      select s.source, s.entry_key, b.body, e.link_key, e.language
      from sighting s join entry e on e.seq = s.seq join entry_body b on b.seq = s.seq
      where s.seq = ? and s.joined_by = 'first'
        and not exists (
          select 1 from sighting_text x where x.source = s.source and x.entry_key = s.entry_key)\
      """;

  private static final String HIDE =
      """
      update sighting_text set shown = false
      where shown and exists (
        select 1 from sighting s
        where s.source = sighting_text.source and s.entry_key = sighting_text.entry_key and s.seq = ?)\
      """;

  private static final String HIDE_FIRST =
      """
      update sighting_text set shown = false
      where shown and exists (
        select 1 from sighting s
        where s.source = sighting_text.source and s.entry_key = sighting_text.entry_key
          and s.seq = ? and s.joined_by = 'first')\
      """;

  private final Transaction transaction;
  private final EntryTags entryTags;
  private final int source;
  private final List<Object[]> added = new ArrayList<>();
  private final Set<Long> kept = new HashSet<>();

  /// The entries of which a copy is new or changed.
  private final Set<Long> changed = new LinkedHashSet<>();

  SightingTexts(Transaction transaction, EntryTags entryTags, int source) {
    this.transaction = transaction;
    this.entryTags = entryTags;
    this.source = source;
  }

  /// A tag as it came with a source's entry.
  record GivenTag(String name, String label, String from) {
    static String json(List<EntryTag> tags) {
      return JsonColumn.write(
          tags.stream()
              .map(tag -> new GivenTag(tag.tag().name(), tag.label(), tag.from().label()))
              .toArray(GivenTag[]::new));
    }

    static List<EntryTag> read(String json) {
      return List.of(JsonColumn.read(json, GivenTag[].class)).stream().map(GivenTag::tag).toList();
    }

    private EntryTag tag() {
      return new EntryTag(new Tag(name), label, EntryTag.Provenance.ofLabel(from));
    }
  }

  /// The role of a sighting in its entry, and in the published text.
  ///
  /// @param first the entry was made of it
  /// @param kept its own text is kept beside the entry's
  /// @param shown its text is the entry's
  /// @param through it came through an aggregator that names the entry
  record TextRole(boolean first, boolean kept, boolean shown, boolean through) {}

  TextRole role(EntryKey key) {
    return transaction
        .first(
            """
            select s.joined_by = 'first' as is_first, x.shown, s.joined_by = 'origin' as through,
              coalesce(p.was_read, false) as page_read
            from sighting s
            left join sighting_text x on x.source = s.source and x.entry_key = s.entry_key
            left join article_page p on p.seq = s.seq
            where s.source = ? and s.entry_key = ?\
            """,
            row ->
                role(
                    row.bool("is_first"),
                    row.optionalBool("shown"),
                    row.bool("through"),
                    row.bool("page_read")),
            source,
            key.hash())
        .orElse(new TextRole(false, false, false, false));
  }

  /// @param pageRead the text that is shown is that of the article's page, which no feed takes away
  private static TextRole role(
      boolean first, Optional<Boolean> shown, boolean through, boolean pageRead) {
    return new TextRole(first, shown.isPresent(), !pageRead && shown.orElse(first), through);
  }

  /// Stores the text of a merged copy; the entry's first text is stored before.
  ///
  /// @param shown it is the better one, and published from now on
  void keep(IncomingEntry arrival, long seq, boolean shown) {
    changed.add(seq);
    if (shown) transaction.update(HIDE, seq);
    added.add(row(arrival, shown));
  }

  private Object[] row(IncomingEntry arrival, boolean shown) {
    var entry = arrival.entry();
    return new Object[] {
      source,
      arrival.key().hash(),
      EntryBody.deflate(entry),
      entry.linkKey(),
      entry.language(),
      GivenTag.json(arrival.tags()),
      shown
    };
  }

  /// Stores the first text of an entry, with its current tags.
  void keepFirst(long seq) {
    if (kept.add(seq)) keepFirst(seq, entryTags.of(seq));
  }

  /// Stores the first text of an entry.
  ///
  /// @param brought the tags that it brought
  void keepFirst(long seq, List<EntryTag> brought) {
    var tags = GivenTag.json(brought);
    transaction
        .first(
            FIRST,
            row ->
                new Object[] {
                  row.integer("source"),
                  row.hash("entry_key"),
                  row.bytes("body"),
                  row.optionalText("link_key"),
                  row.optionalText("language"),
                  tags,
                  true
                },
            seq)
        .ifPresent(first -> transaction.updateAll(ADD, List.<Object[]>of(first)));
  }

  /// Where the text of what the entry was made of is shown, that under another key of the same
  /// source is from now on.
  void handOver(EntryKey to, long seq) {
    if (transaction.update(HIDE_FIRST, seq) > 0)
      transaction.update(
          "update sighting_text set shown = true where source = ? and entry_key = ?",
          source,
          to.hash());
  }

  /// Stores the current text.
  void renew(IncomingEntry arrival, long seq) {
    changed.add(seq);
    transaction.update(
        """
        update sighting_text set body = ?, link_key = ?, language = ?, tags = ?
        where source = ? and entry_key = ?\
        """,
        EntryBody.deflate(arrival.entry()),
        arrival.entry().linkKey(),
        arrival.entry().language(),
        GivenTag.json(arrival.tags()),
        source,
        arrival.key().hash());
  }

  /// Writes the texts that were kept; their sightings are written before.
  ///
  /// @return the entries of which a copy is new or changed
  Set<Long> write() {
    transaction.updateAll(ADD, added);
    return changed;
  }
}
