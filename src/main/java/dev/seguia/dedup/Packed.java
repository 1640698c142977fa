package dev.seguia.dedup;

import java.nio.ByteBuffer;

/// Serialises arrays of hashes: their number in one byte, then the hashes.
final class Packed {
  private Packed() {}

  static void put(ByteBuffer bytes, int[] hashes) {
    bytes.put((byte) hashes.length);
    for (var hash : hashes) bytes.putInt(hash);
  }

  static int[] ints(ByteBuffer bytes) {
    var hashes = new int[count(bytes)];
    for (var at = 0; at < hashes.length; at++) hashes[at] = bytes.getInt();
    return hashes;
  }

  static void put(ByteBuffer bytes, long[] hashes) {
    bytes.put((byte) hashes.length);
    for (var hash : hashes) bytes.putLong(hash);
  }

  static long[] longs(ByteBuffer bytes) {
    var hashes = new long[count(bytes)];
    for (var at = 0; at < hashes.length; at++) hashes[at] = bytes.getLong();
    return hashes;
  }

  static void put(ByteBuffer bytes, short[] hashes) {
    bytes.put((byte) hashes.length);
    for (var hash : hashes) bytes.putShort(hash);
  }

  static short[] shorts(ByteBuffer bytes) {
    var hashes = new short[count(bytes)];
    for (var at = 0; at < hashes.length; at++) hashes[at] = bytes.getShort();
    return hashes;
  }

  private static int count(ByteBuffer bytes) {
    return Byte.toUnsignedInt(bytes.get());
  }
}
