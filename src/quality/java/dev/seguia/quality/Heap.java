package dev.seguia.quality;

import java.lang.management.ManagementFactory;

/// How much memory is in use.
final class Heap {
  private static final double MEGABYTE = 1 << 20;

  private Heap() {}

  /// Behind a collection of what is not, in megabytes.
  static double used() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
  }
}
