package dev.seguia.dedup;

import dev.seguia.dedup.EntryKey.Detail;
import dev.seguia.feed.RawEntry;
import dev.seguia.feed.RawFeed;
import dev.seguia.text.Truncation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Assigns to each entry of a document the key by which it is recognised in later documents.
///
/// An id or link may name several entries: some programs write one id into all, some feeds link
/// everything to the home page. A key that entries of different title or text share names none of
/// them; their links, titles and texts are taken in, one after another, until it does. What a key
/// turned out to be is remembered, so that an entry keeps its key when it is the last one left.
public final class DocumentKeys {
  /// The keys that an entry has before its title is taken in.
  private static final int OF_NAME_AND_LINK = 2;

  private final List<Keyed> entries;
  private final SharedKeys shared;
  private final int repeats;
  private final List<String> warnings;

  private DocumentKeys(List<Keyed> entries, SharedKeys shared, int repeats, List<String> warnings) {
    this.entries = List.copyOf(entries);
    this.shared = shared;
    this.repeats = repeats;
    this.warnings = List.copyOf(warnings);
  }

  /// An entry with its possible keys, the plainest first.
  private record Keyed(RawEntry entry, List<EntryKey> keys) {
    static Keyed of(RawEntry entry) {
      return new Keyed(entry, new ArrayList<>(1));
    }
  }

  /// The keys of a document's entries.
  ///
  /// @param before the keys that the source's documents have shared up to now
  public static DocumentKeys of(RawFeed document, SharedKeys before) {
    var all = document.entries().stream().map(Keyed::of).toList();
    var sharing = new Sharing(document, before);
    var left = all;
    for (var detail : Detail.values()) left = sharing.look(left, detail);
    var kept = withoutRepeats(all);
    return new DocumentKeys(
        kept, before.with(sharing.shared), all.size() - kept.size(), sharing.warnings(kept));
  }

  /// Of entries that repeat another one under the same key the first is kept: the newest are
  /// usually at the top.
  private static List<Keyed> withoutRepeats(List<Keyed> all) {
    var kept = new ArrayList<Keyed>();
    var said = new HashMap<EntryKey, Set<String>>();
    for (var one : all) {
      var words = one.keys().size() == 1 ? "" : words(one.entry());
      if (said.computeIfAbsent(one.keys().getFirst(), any -> new HashSet<>()).add(words))
        kept.add(one);
    }
    return kept;
  }

  /// All possible keys of the document's entries.
  public Set<EntryKey> candidates() {
    var all = new LinkedHashSet<EntryKey>();
    for (var one : entries) all.addAll(one.keys());
    return all;
  }

  /// The entries by their keys, in document order. An unchanged entry that is known by a plainer
  /// key keeps that one.
  ///
  /// @param seen what was last read of the entries that are known by the [#candidates()]
  public Map<EntryKey, RawEntry> entries(Map<EntryKey, Fingerprint> seen) {
    var byKey = new LinkedHashMap<EntryKey, RawEntry>();
    for (var one : entries) byKey.putIfAbsent(key(one, seen), one.entry());
    return byKey;
  }

  /// Which of the document's keys distinguish entries that share even their link.
  ///
  /// @param seen as in [#entries(Map)]
  public Set<EntryKey> ofOneLink(Map<EntryKey, Fingerprint> seen) {
    var keys = new HashSet<EntryKey>();
    for (var one : entries) if (one.keys().size() > OF_NAME_AND_LINK) keys.add(key(one, seen));
    return keys;
  }

  private static EntryKey key(Keyed one, Map<EntryKey, Fingerprint> seen) {
    if (one.keys().size() == 1) return one.keys().getFirst();
    var all = Fingerprint.ofAll(one.entry());
    return one.keys().stream()
        .filter(key -> all.equals(seen.get(key)))
        .findFirst()
        .orElse(one.keys().getLast());
  }

  /// The keys that were shared in any of the source's documents, including this one.
  public SharedKeys shared() {
    return shared;
  }

  /// How many entries are left out as repetitions of another one with the same id or link.
  public int repeats() {
    return repeats;
  }

  /// Warnings about ids and links that several entries of the document share.
  public List<String> warnings() {
    return warnings;
  }

  /// Its title and text, which distinguish it from others with the same key.
  private static String words(RawEntry entry) {
    var title = words(entry.title().value());
    var written = entry.summary().value() + " " + entry.content().value();
    var text = words(written);
    // Pictures without a word.
    if (text.isEmpty()) text = written.strip();
    return title.isEmpty() && text.isEmpty() ? entry.link().orElse("") : title + "\n" + text;
  }

  /// The characters of a text that may be HTML, in lower case, without tags and white space.
  private static String words(String text) {
    var words = new StringBuilder(text.length());
    var inTag = false;
    for (var at = 0; at < text.length(); at++) {
      var character = text.charAt(at);
      if (character == '<' && at + 1 < text.length() && opensTag(text.charAt(at + 1))) inTag = true;
      else if (character == '>') inTag = false;
      else if (!inTag && !Character.isWhitespace(character) && !Character.isSpaceChar(character))
        words.append(Character.toLowerCase(character));
    }
    return words.toString();
  }

  private static boolean opensTag(char character) {
    return character == '/' || character == '!' || Character.isLetter(character);
  }

  /// The keys that several entries share.
  private static final class Sharing {
    /// More are counted only.
    private static final int MOST_WARNINGS = 5;

    /// In characters.
    private static final int LONGEST_NAME = 100;

    private final SharedKeys before;
    private final Set<String> homes = new HashSet<>();

    /// Of the keys of this document.
    private final Set<EntryKey> shared = new LinkedHashSet<>();

    Sharing(RawFeed document, SharedKeys before) {
      this.before = before;
      homes.add(EntryKey.canonical(document.location().toString()));
      document.header().link().map(EntryKey::canonical).ifPresent(homes::add);
      document.header().self().map(EntryKey::canonical).ifPresent(homes::add);
    }

    /// Gives entries the key of one more detail.
    ///
    /// @return those that it does not tell apart
    List<Keyed> look(List<Keyed> entries, Detail detail) {
      var first = new HashMap<EntryKey, RawEntry>();
      for (var one : entries) {
        var key = EntryKey.of(one.entry(), detail);
        one.keys().add(key);
        var other = first.putIfAbsent(key, one.entry());
        if (before.has(key) || (other != null && isApart(key, one.entry(), other))) shared.add(key);
      }
      return entries.stream()
          .filter(one -> shared.contains(one.keys().getLast()) || isNamedHome(one.entry(), detail))
          .toList();
    }

    private boolean isApart(EntryKey key, RawEntry one, RawEntry other) {
      return !shared.contains(key) && !words(one).equals(words(other));
    }

    /// Whether an entry bears the name of the feed or its site, which is everybody's.
    private boolean isNamedHome(RawEntry entry, Detail detail) {
      return detail.compareTo(Detail.TITLE) < 0
          && !entry.title().isBlank()
          && EntryKey.name(entry).map(EntryKey::canonical).filter(homes::contains).isPresent();
    }

    List<String> warnings(List<Keyed> kept) {
      var counts = new LinkedHashMap<String, Integer>();
      for (var one : kept)
        if (shared.contains(one.keys().getFirst()))
          EntryKey.name(one.entry()).ifPresent(name -> counts.merge(name, 1, Integer::sum));
      var warnings = new ArrayList<String>();
      var more = 0;
      for (var name : counts.entrySet()) {
        if (name.getValue() < 2) continue;
        if (warnings.size() < MOST_WARNINGS)
          warnings.add(
              "%d entries share the id or link '%s', which names none of them"
                  .formatted(name.getValue(), cut(name.getKey())));
        else more++;
      }
      if (more > 0) warnings.add("%d more ids or links are shared".formatted(more));
      return warnings;
    }

    private static String cut(String name) {
      return Truncation.shortened(name, LONGEST_NAME, "…");
    }
  }
}
