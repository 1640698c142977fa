package dev.seguia.dedup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.UUID;

/// A fast 128-bit hash of a list of fields, mixed as in MurmurHash3 (x64).
///
/// For fingerprints, by which a source's text is compared with what the same source wrote before.
/// Whoever tries can make two texts of one hash, and fools nobody but himself; where one entry must
/// not be able to pass for another, see [Digest].
///
/// A field's length goes in before it, so that no two lists of fields can run together.
final class MurmurHash {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long FIRST = 0x87c37b91114253d5L;
  private static final long SECOND = 0x4cf5ad432745937fL;

  private long low;
  private long high;
  private long count;

  MurmurHash add(long value) {
    if ((count++ & 1) == 0) {
      low ^= Long.rotateLeft(value * FIRST, 31) * SECOND;
      low = (Long.rotateLeft(low, 27) + high) * 5 + 0x52dce729;
    } else {
      high ^= Long.rotateLeft(value * SECOND, 33) * FIRST;
      high = (Long.rotateLeft(high, 31) + low) * 5 + 0x38495ab5;
    }
    return this;
  }

  MurmurHash add(String field) {
    add(field.length());
    var at = 0;
    for (; at + 4 <= field.length(); at += 4) add(four(field, at));
    var rest = 0L;
    for (; at < field.length(); at++) rest = (rest << Character.SIZE) | field.charAt(at);
    return add(rest);
  }

  private static long four(String text, int at) {
    var high = (text.charAt(at) << Character.SIZE) | text.charAt(at + 1);
    var low = (text.charAt(at + 2) << Character.SIZE) | text.charAt(at + 3);
    return ((long) high << Integer.SIZE) | (low & 0xffff_ffffL);
  }

  MurmurHash add(byte[] bytes) {
    add(bytes.length);
    var at = 0;
    for (; at + Long.BYTES <= bytes.length; at += Long.BYTES) add((long) LONGS.get(bytes, at));
    var rest = 0L;
    for (; at < bytes.length; at++) rest = (rest << Byte.SIZE) | (bytes[at] & 0xff);
    return add(rest);
  }

  MurmurHash add(Optional<String> field) {
    return add(field.orElse(""));
  }

  UUID hash() {
    var one = low ^ count;
    var other = high ^ count;
    one += other;
    other += one;
    one = Hash.mix(one);
    other = Hash.mix(other);
    one += other;
    return new UUID(one, other + one);
  }
}
