package dev.seguia.dedup;

import dev.seguia.feed.RawEntry;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The key by which a source's entry is recognised: its id, else its link, else its title and text.
///
/// Two sources may use one id for different entries, so a key counts within its source only. An id
/// or link that differs in nothing but the scheme, `www.`, the default port or a last slash is the
/// same one: which of them a document says depends on the machine that made it.
///
/// @param hash of the id, link or text: ids of five kilobytes have been seen
public record EntryKey(UUID hash) {
  /// What programs write where they have no id.
  private static final Set<String> PLACEHOLDERS =
      Set.of("null", "(null)", "undefined", "none", "nil", "nan", "n/a", "0", "-1", "-", "#");

  /// How many fields of an entry go into its key: more if fewer fields are shared by several
  /// entries.
  enum Detail {
    /// The id, else the link, else the title and text.
    NAME,
    /// The link besides.
    LINK,
    /// The title besides.
    TITLE,
    /// The text besides.
    TEXT
  }

  public static EntryKey of(RawEntry entry) {
    return of(entry, Detail.NAME);
  }

  static EntryKey of(RawEntry entry, Detail detail) {
    var digest = digest(entry);
    if (detail != Detail.NAME) digest.add(entry.link().map(EntryKey::canonical));
    if (detail.compareTo(Detail.TITLE) >= 0) digest.add(entry.title().value());
    if (detail == Detail.TEXT) digest.add(entry.summary().value()).add(entry.content().value());
    return new EntryKey(digest.hash());
  }

  private static Digest digest(RawEntry entry) {
    if (id(entry).isPresent()) return new Digest().add("id").add(canonical(id(entry).get()));
    // RSS 2.0 makes guid optional: without one, the link names the entry.
    if (entry.link().isPresent())
      return new Digest().add("link").add(canonical(entry.link().get()));
    return new Digest()
        .add("text")
        .add(entry.title().value())
        .add(entry.summary().value())
        .add(entry.content().value());
  }

  /// The id or link that names an entry; nothing where its text has to.
  static Optional<String> name(RawEntry entry) {
    return id(entry).or(entry::link);
  }

  private static Optional<String> id(RawEntry entry) {
    return entry.id().filter(id -> !PLACEHOLDERS.contains(id.toLowerCase(Locale.ROOT)));
  }

  /// Whether two links are equally good names: they point at the same page, and the new one is not
  /// the plain `http` form of an `https` one.
  public static boolean isSame(String link, Optional<String> other) {
    return other
        .filter(url -> canonical(url).equals(canonical(link)))
        .filter(url -> url.startsWith("http:") || link.startsWith("https:"))
        .isPresent();
  }

  /// An `http` or `https` URL without what does not tell two addresses apart; any other text as it
  /// is.
  static String canonical(String name) {
    var start = start(name);
    if (start == 0) return name;
    var slash = start;
    while (slash < name.length() && "/?#".indexOf(name.charAt(slash)) < 0) slash++;
    var host = name.substring(start, slash).toLowerCase(Locale.ROOT);
    if (host.startsWith("www.")) host = host.substring("www.".length());
    if (host.endsWith(":80")) host = host.substring(0, host.length() - ":80".length());
    if (host.endsWith(":443")) host = host.substring(0, host.length() - ":443".length());
    var end = name.endsWith("/") ? name.length() - 1 : name.length();
    return host + name.substring(slash, Math.max(slash, end));
  }

  /// Where the host of a URL begins; 0 in what is none.
  private static int start(String name) {
    if (name.regionMatches(true, 0, "https://", 0, 8)) return 8;
    return name.regionMatches(true, 0, "http://", 0, 7) ? 7 : 0;
  }

  /// The key of an entry that has lost this key to another entry.
  public EntryKey retired(long seq) {
    return new EntryKey(
        new Digest().add("retired").add(hash.toString()).add(Long.toString(seq)).hash());
  }
}
