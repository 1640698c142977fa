package dev.seguia.store.tag;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.tag.PackedTags.Numbered;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tags in use and their spellings. Those that were asked for lately are kept in memory,
/// bounded in bytes; the others are read when someone asks.
public final class TagTable {
  private static final Comparator<EntryTag> BY_NAME = Comparator.comparing(EntryTag::tag);

  /// In bytes, at an estimate.
  private static final int OF_A_TAG = 300;

  private static final int MOST = MemoryShare.TAGS.count(OF_A_TAG, 4_000, 500_000);

  private static final String KNOWN =
      """
      select t.nr, t.name, t.label,
        exists (select 1 from tag_label l where l.tag = t.nr) as disputed
      from tag t\
      """;

  private static final String BY_NAMES = KNOWN + " where t.name = any(?)";
  private static final String BY_NUMBERS = KNOWN + " where t.nr = any(?)";

  private static final String ALL =
      """
      select t.name, t.label, count(e.seq) as entries, coalesce(max(e.arrival), 0) as newest
      from tag t left join entry_tag e on e.tag = t.nr
      where e.seq is not null
        or exists (select 1 from source_tag st join source s on s.nr = st.source
                   where st.tag = t.nr and s.listed)
      group by t.name, t.label
      order by count(e.seq) desc, t.name\
      """;

  private static final String COUNT_LABEL =
      """
      merge into tag_label as l
      using (values (cast(? as integer), cast(? as varchar(400)), cast(? as bigint))) as n (tag, label, uses)
      on l.tag = n.tag and l.label = n.label
      when matched then update set uses = l.uses + n.uses
      when not matched then insert (tag, label, uses) values (n.tag, n.label, n.uses)\
      """;

  /// The most frequent spelling; of two, the one that sorts first.
  private static final String CHOOSE_LABEL =
      """
      update tag set label = coalesce(
        (select l.label from tag_label l where l.tag = tag.nr
         order by l.uses desc, l.label fetch first 1 rows only), label)
      where nr = ?\
      """;

  /// How often the only spelling of a tag was used: as often as the tag was given.
  private static final String USES =
      """
      select (select count(*) from entry_tag where tag = ?)
        + (select count(*) from source_tag where tag = ?) as uses\
      """;

  private final Map<Tag, Known> byName = new RecentlyUsed<>();
  private final Map<Integer, Known> byNumber = new RecentlyUsed<>();

  /// Those that were asked for, and that nothing has ever carried.
  private final Map<Tag, Boolean> absent = new RecentlyUsed<>();

  /// What was asked for lately.
  private static final class RecentlyUsed<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    RecentlyUsed() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST;
    }
  }

  /// A tag as the store knows it.
  ///
  /// @param label the spelling that is shown
  /// @param disputed whether it was ever spelt otherwise, so that spellings are counted
  private record Known(int number, Tag tag, String label, boolean disputed) {
    EntryTag as(EntryTag.Provenance from) {
      return new EntryTag(tag, label, from);
    }
  }

  /// Forgets what is in memory: a transaction that was rolled back may have left there what is in
  /// no row.
  public synchronized void forget() {
    byName.clear();
    byNumber.clear();
    absent.clear();
  }

  private synchronized Optional<Known> remembered(Tag tag) {
    return Optional.ofNullable(byName.get(tag));
  }

  private synchronized Optional<Known> remembered(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  private synchronized void remember(Known known) {
    absent.remove(known.tag());
    byName.put(known.tag(), known);
    byNumber.put(known.number(), known);
  }

  /// What a writer has changed meanwhile is newer.
  private synchronized void rememberRead(Known known) {
    byName.putIfAbsent(known.tag(), known);
    byNumber.putIfAbsent(known.number(), known);
  }

  private Known read(Row row) {
    return new Known(
        row.integer("nr"), new Tag(row.text("name")), row.text("label"), row.bool("disputed"));
  }

  /// Those of some tags that anything has ever carried.
  private Map<Tag, Known> known(Transaction transaction, Collection<Tag> wanted) {
    var found = new HashMap<Tag, Known>();
    var missing = new HashSet<String>();
    for (var tag : wanted)
      remembered(tag)
          .ifPresentOrElse(known -> found.put(tag, known), () -> missing.add(tag.name()));
    if (missing.isEmpty()) return found;
    for (var known :
        transaction.query(BY_NAMES, this::read, (Object) missing.toArray(String[]::new))) {
      found.put(known.tag(), known);
      missing.remove(known.tag().name());
      rememberRead(known);
    }
    rememberAbsent(missing);
    return found;
  }

  private Map<Integer, Known> numbered(Transaction transaction, Collection<Integer> wanted) {
    var found = new HashMap<Integer, Known>();
    var missing = new HashSet<Integer>();
    for (var number : wanted)
      remembered(number)
          .ifPresentOrElse(known -> found.put(number, known), () -> missing.add(number));
    if (missing.isEmpty()) return found;
    for (var known :
        transaction.query(BY_NUMBERS, this::read, (Object) missing.toArray(Integer[]::new))) {
      found.put(known.number(), known);
      rememberRead(known);
    }
    return found;
  }

  /// Whether anything carries the tag, or once did; empty if that is not in memory.
  public synchronized Optional<Boolean> remembersWhetherHas(Tag tag) {
    if (byName.containsKey(tag)) return Optional.of(true);
    return absent.get(tag) == null ? Optional.empty() : Optional.of(false);
  }

  private synchronized void rememberAbsent(Collection<String> names) {
    for (var name : names) {
      var tag = new Tag(name);
      if (!byName.containsKey(tag)) absent.put(tag, true);
    }
  }

  /// Whether anything carries the tag, or once did.
  public boolean has(Transaction transaction, Tag tag) {
    return number(transaction, tag) >= 0;
  }

  /// The tag's number, or -1 for a tag that nothing has ever carried.
  public int number(Transaction transaction, Tag tag) {
    var known = known(transaction, List.of(tag)).get(tag);
    return known == null ? -1 : known.number();
  }

  /// The tags of some entries with the spellings to show, by name.
  ///
  /// @param numbered by whatever names an entry
  public <K> Map<K, List<EntryTag>> tags(Transaction transaction, Map<K, List<Numbered>> numbered) {
    var wanted =
        numbered.values().stream()
            .flatMap(List::stream)
            .map(Numbered::tag)
            .collect(Collectors.toSet());
    var known = numbered(transaction, wanted);
    return numbered.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, one -> tags(one.getValue(), known)));
  }

  /// The tags of one entry with the spellings to show, by name.
  public List<EntryTag> tags(Transaction transaction, List<Numbered> numbered) {
    return tags(numbered, numbered(transaction, numbered.stream().map(Numbered::tag).toList()));
  }

  private static List<EntryTag> tags(List<Numbered> numbered, Map<Integer, Known> known) {
    var tags = new ArrayList<EntryTag>(numbered.size());
    for (var one : numbered) {
      var found = known.get(one.tag());
      if (found != null) tags.add(found.as(one.from()));
    }
    tags.sort(BY_NAME);
    return tags;
  }

  /// The numbers of some tags, which those are given now that have none.
  public Map<Tag, Integer> numbersOf(Transaction transaction, Collection<EntryTag> tags) {
    var first = new LinkedHashMap<Tag, EntryTag>();
    tags.forEach(tag -> first.putIfAbsent(tag.tag(), tag));
    var known = known(transaction, first.keySet());
    var numbers = new HashMap<Tag, Integer>();
    first.forEach((name, tag) -> {
      var found = known.get(name);
      numbers.put(name, found == null ? add(transaction, tag).number() : found.number());
    });
    return numbers;
  }

  private Known add(Transaction transaction, EntryTag tag) {
    transaction.update(
        "insert into tag (name, label) values (?, ?)", tag.tag().name(), tag.label());
    int number =
        transaction
            .first("select nr from tag where name = ?", row -> row.integer("nr"), tag.tag().name())
            .orElseThrow();
    var known = new Known(number, tag.tag(), tag.label(), false);
    remember(known);
    return known;
  }

  /// Counts spellings, and shows the most frequent one from now on. Of a tag that was never spelt
  /// otherwise there is nothing to count.
  public void count(Transaction transaction, Collection<EntryTag> spellings) {
    var known = known(transaction, spellings.stream().map(EntryTag::tag).toList());
    var uses = new HashMap<Spelling, Long>();
    for (var tag : spellings) {
      var one = of(known, tag.tag());
      if (one.disputed() || !one.label().equals(tag.label()))
        uses.merge(new Spelling(one, tag.label()), 1L, Long::sum);
    }
    if (uses.isEmpty()) return;
    for (var tag : uses.keySet().stream().map(Spelling::tag).distinct().toList())
      if (!tag.disputed()) dispute(transaction, tag, uses);
    transaction.updateAll(
        COUNT_LABEL,
        uses.entrySet().stream()
            .map(use ->
                new Object[] {use.getKey().tag().number(), use.getKey().label(), use.getValue()})
            .toList());
    chooseLabels(transaction, uses.keySet());
  }

  private static Known of(Map<Tag, Known> known, Tag tag) {
    return Optional.ofNullable(known.get(tag))
        .orElseThrow(() -> new IllegalStateException("a tag without a number: " + tag));
  }

  private record Spelling(Known tag, String label) {}

  /// At the second spelling of a tag, the uses of the first one are those of the tag so far.
  private void dispute(Transaction transaction, Known tag, Map<Spelling, Long> others) {
    var all = transaction.number(USES, tag.number(), tag.number()).orElseThrow();
    var ofOthers =
        others.entrySet().stream()
            .filter(use -> use.getKey().tag().equals(tag))
            .mapToLong(Map.Entry::getValue)
            .sum();
    transaction.update(
        "insert into tag_label (tag, label, uses) values (?, ?, ?)",
        tag.number(),
        tag.label(),
        Math.max(0, all - ofOthers));
    remember(new Known(tag.number(), tag.tag(), tag.label(), true));
  }

  /// Another spelling may have become the most frequent one only where another one was used.
  private void chooseLabels(Transaction transaction, Collection<Spelling> used) {
    var doubtful =
        used.stream()
            .filter(spelling -> !spelling.label().equals(spelling.tag().label()))
            .map(Spelling::tag)
            .distinct()
            .collect(Collectors.toMap(Known::number, Function.identity()));
    transaction.updateAll(
        CHOOSE_LABEL, doubtful.keySet().stream().map(tag -> new Object[] {tag}).toList());
    doubtful.forEach((number, before) ->
        transaction
            .first("select label from tag where nr = ?", row -> row.text("label"), number)
            .filter(label -> !label.equals(before.label()))
            .ifPresent(label -> {
              remember(new Known(number, before.tag(), label, true));
              new FeedTimestamps(transaction).ofLabel(number);
            }));
  }

  public List<StoredTag> all(Transaction transaction) {
    return transaction.query(
        ALL,
        row ->
            new StoredTag(
                new Tag(row.text("name")),
                row.text("label"),
                row.number("entries"),
                row.instant("newest")));
  }
}
