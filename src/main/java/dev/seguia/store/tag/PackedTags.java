package dev.seguia.store.tag;

import dev.seguia.feed.EntryTag.Provenance;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The tags of an entry in one column: each a variable-length integer with the provenance in its
/// lowest bits, some two or three bytes.
public final class PackedTags {
  private static final int PROVENANCE_BITS = 3;

  /// By the numbers that stores hold of them: they never change.
  private static final List<Provenance> PROVENANCES =
      List.of(
          Provenance.RULE,
          Provenance.FOLDER,
          Provenance.CATEGORY,
          Provenance.SOURCE,
          Provenance.HASHTAG,
          Provenance.ENTRY);

  private static final int MOST_BYTES_OF_ONE = 5;

  private PackedTags() {}

  /// A tag by its number.
  public record Numbered(int tag, Provenance from) {}

  public static byte[] pack(Collection<Numbered> tags) {
    var bytes = ByteBuffer.allocate(tags.size() * MOST_BYTES_OF_ONE);
    for (var tag : tags) {
      var value = tag.tag() << PROVENANCE_BITS | PROVENANCES.indexOf(tag.from());
      for (; (value & ~0x7f) != 0; value >>>= 7) bytes.put((byte) (value | 0x80));
      bytes.put((byte) value);
    }
    var packed = new byte[bytes.position()];
    bytes.flip().get(packed);
    return packed;
  }

  public static List<Numbered> unpack(byte[] packed) {
    var tags = new ArrayList<Numbered>();
    var value = 0;
    var shift = 0;
    for (var one : packed) {
      value |= (one & 0x7f) << shift;
      shift += 7;
      if (one < 0) continue;
      tags.add(
          new Numbered(
              value >>> PROVENANCE_BITS, PROVENANCES.get(value & ((1 << PROVENANCE_BITS) - 1))));
      value = 0;
      shift = 0;
    }
    return tags;
  }
}
