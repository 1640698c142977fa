package dev.seguia.store.entry;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The published ids of entries.
public final class EntryId {
  /// The namespace of URLs (RFC 9562 section 6.6).
  private static final UUID URL_NAMESPACE = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

  private static final int LONGEST = 2000;
  private static final Set<String> ACTIVE = Set.of("javascript", "vbscript", "data");

  private EntryId() {}

  /// The source's own id, if it is usable in any feed: an absolute IRI (RFC 4287 section 4.2.6).
  public static Optional<String> own(Optional<String> id) {
    return id.filter(EntryId::isAbsoluteIri);
  }

  /// An id made from the source's URL and the source's key of the entry.
  public static String minted(URI source, String name) {
    return "urn:uuid:" + versionFive(source + "\n" + name);
  }

  /// The candidate ids of an entry, the best first; the last one is always free.
  ///
  /// @param id the source's own
  /// @param name what the source knows the entry by
  public static List<String> candidates(
      URI source, Optional<String> id, String name, Optional<String> link, long seq) {
    return List.of(
        own(id).orElseGet(() -> minted(source, name)),
        minted(source, name),
        minted(source, name + "\n" + link.orElse("")),
        minted(source, name + "\n" + seq));
  }

  private static boolean isAbsoluteIri(String id) {
    if (id.length() > LONGEST || id.codePoints().anyMatch(EntryId::breaksIri)) return false;
    try {
      var iri = new URI(id);
      return iri.isAbsolute() && hasMoreThanScheme(id, iri) && !runs(iri);
    } catch (URISyntaxException notAnIri) {
      return false;
    }
  }

  /// Some readers open the id of an entry that has no link.
  private static boolean runs(URI iri) {
    return ACTIVE.contains(iri.getScheme().toLowerCase(Locale.ROOT));
  }

  private static boolean breaksIri(int codePoint) {
    return Character.isWhitespace(codePoint) || Character.isISOControl(codePoint);
  }

  /// `urn:x` and `tag:x` will do, but `a:b` with a scheme of one letter is a path on some disk.
  private static boolean hasMoreThanScheme(String id, URI iri) {
    return iri.getScheme().length() > 1 && id.length() > iri.getScheme().length() + 1;
  }

  private static UUID versionFive(String name) {
    var digest = sha1();
    digest.update(
        ByteBuffer.allocate(16)
            .putLong(URL_NAMESPACE.getMostSignificantBits())
            .putLong(URL_NAMESPACE.getLeastSignificantBits())
            .array());
    var bytes = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
    var high = (bytes.getLong() & ~0xF000L) | 0x5000L;
    var low = (bytes.getLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-1", impossible);
    }
  }
}
