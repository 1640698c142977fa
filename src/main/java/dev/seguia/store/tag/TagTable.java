package dev.seguia.store.tag;

import dev.seguia.feed.EntryTag;
import dev.seguia.feed.Tag;
import dev.seguia.memory.MemoryShare;
import dev.seguia.store.database.Row;
import dev.seguia.store.database.Transaction;
import dev.seguia.store.tag.PackedTags.Numbered;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The tags in use, by name and by number. Recently used tags are cached, bounded in bytes; the
/// others are read when needed.
public final class TagTable {
  private static final Comparator<EntryTag> BY_NAME = Comparator.comparing(EntryTag::tag);

  /// In bytes, at an estimate.
  private static final int OF_A_TAG = 300;

  private static final int MOST = MemoryShare.TAGS.count(OF_A_TAG, 2_000, 500_000);

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

  private static final String USED =
      """
      select t.name, t.label, count(*) as entries,
        exists (select 1 from source_tag st join source s on s.nr = st.source
                where st.tag = t.nr and s.listed) as of_list
      from tag t join entry_tag e on e.tag = t.nr
      where e.arrival >= ?
      group by t.nr, t.name, t.label
      having count(*) >= ?
      order by count(*) desc, t.name
      fetch first ? rows only\
      """;

  private final Map<Tag, KnownTag> byName = new RecentlyUsed<>();
  private final Map<Integer, KnownTag> byNumber = new RecentlyUsed<>();

  /// Requested tags that do not exist.
  private final Map<Tag, Boolean> absent = new RecentlyUsed<>();

  /// The cache of recently used tags.
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

  /// Clears the cache: after a rollback it may contain tags that are in no row.
  public synchronized void forget() {
    byName.clear();
    byNumber.clear();
    absent.clear();
  }

  /// The memory in use, in bytes, by an estimate.
  public synchronized long bytes() {
    return (long) OF_A_TAG * Math.max(byName.size(), Math.max(byNumber.size(), absent.size()));
  }

  private synchronized Optional<KnownTag> remembered(Tag tag) {
    return Optional.ofNullable(byName.get(tag));
  }

  private synchronized Optional<KnownTag> remembered(int number) {
    return Optional.ofNullable(byNumber.get(number));
  }

  synchronized void remember(KnownTag known) {
    absent.remove(known.tag());
    byName.put(known.tag(), known);
    byNumber.put(known.number(), known);
  }

  /// What a writer has changed meanwhile is newer.
  private synchronized void rememberRead(KnownTag known) {
    byName.putIfAbsent(known.tag(), known);
    byNumber.putIfAbsent(known.number(), known);
  }

  private KnownTag read(Row row) {
    return new KnownTag(
        row.integer("nr"), new Tag(row.text("name")), row.text("label"), row.bool("disputed"));
  }

  /// Those of some tags that anything has ever carried.
  Map<Tag, KnownTag> known(Transaction transaction, Collection<Tag> wanted) {
    var found = new HashMap<Tag, KnownTag>();
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

  private Map<Integer, KnownTag> numbered(Transaction transaction, Collection<Integer> wanted) {
    var found = new HashMap<Integer, KnownTag>();
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

  /// Whether the tag exists; empty if that is not in the cache.
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

  /// Whether the tag exists: some entry or source has it, or once had it.
  public boolean has(Transaction transaction, Tag tag) {
    return number(transaction, tag) >= 0;
  }

  /// The tag's number, or -1 if it does not exist.
  public int number(Transaction transaction, Tag tag) {
    var known = known(transaction, List.of(tag)).get(tag);
    return known == null ? -1 : known.number();
  }

  /// The tags of some entries with their shown spellings, by name.
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

  /// The tags of one entry with their shown spellings, by name.
  public List<EntryTag> tags(Transaction transaction, List<Numbered> numbered) {
    return tags(numbered, numbered(transaction, numbered.stream().map(Numbered::tag).toList()));
  }

  private static List<EntryTag> tags(List<Numbered> numbered, Map<Integer, KnownTag> known) {
    var tags = new ArrayList<EntryTag>(numbered.size());
    for (var one : numbered) {
      var found = known.get(one.tag());
      if (found != null) tags.add(found.as(one.from()));
    }
    tags.sort(BY_NAME);
    return tags;
  }

  /// The numbers of some tags; new tags get one.
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

  private KnownTag add(Transaction transaction, EntryTag tag) {
    transaction.update(
        "insert into tag (name, label) values (?, ?)", tag.tag().name(), tag.label());
    int number =
        transaction
            .first("select nr from tag where name = ?", row -> row.integer("nr"), tag.tag().name())
            .orElseThrow();
    var known = new KnownTag(number, tag.tag(), tag.label(), false);
    remember(known);
    return known;
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

  /// The tags of the entries that arrived since a time, those with most of these first.
  ///
  /// @param least how many such entries a tag has at least
  /// @param most how many tags at most
  public List<TagUse> usedSince(Transaction transaction, Instant since, int least, int most) {
    return transaction.query(
        USED,
        row ->
            new TagUse(
                new Tag(row.text("name")),
                row.text("label"),
                row.number("entries"),
                row.bool("of_list")),
        since,
        least,
        most);
  }
}
