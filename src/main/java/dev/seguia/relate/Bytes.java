package dev.seguia.relate;

/// Estimates the heap size of objects, with 32-bit references.
final class Bytes {
  static final int REFERENCE = 4;
  private static final int HEADER = 12;
  private static final int ARRAY_HEADER = 16;
  private static final int UNIT = 8;

  private Bytes() {}

  /// @param fields in bytes
  static long object(int fields) {
    return rounded(HEADER + (long) fields);
  }

  /// @param width of an element, in bytes
  static long array(int length, int width) {
    return rounded(ARRAY_HEADER + (long) length * width);
  }

  private static long rounded(long bytes) {
    return (bytes + UNIT - 1) / UNIT * UNIT;
  }
}
