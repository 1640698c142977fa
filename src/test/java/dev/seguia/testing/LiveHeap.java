package dev.seguia.testing;

import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;
import java.util.function.Supplier;

/// The live heap of this process: what is left after full collections.
public final class LiveHeap {
  /// The serial collector leaves some garbage where it lies, but not each fourth time.
  private static final int COLLECTIONS = 4;

  private static final int ATTEMPTS = 20;

  /// In bytes, beside a twentieth of what is measured.
  private static final long NOISE = 16 << 10;

  private LiveHeap() {}

  public static long bytes() {
    var memory = ManagementFactory.getMemoryMXBean();
    for (var times = 0; times < COLLECTIONS; times++) memory.gc();
    return memory.getHeapMemoryUsage().getUsed();
  }

  /// The bytes that an object holds. Caches and threads of earlier tests may take or free memory
  /// meanwhile, so a measurement counts only where the heap is as before once the object is gone.
  public static long of(Supplier<?> maker) {
    for (var attempt = 0; attempt < ATTEMPTS; attempt++) {
      var before = bytes();
      var held = with(maker) - before;
      if (Math.abs(bytes() - before) <= Math.max(NOISE, held / 20)) return held;
    }
    throw new AssertionError("the heap did not come to rest in " + ATTEMPTS + " attempts");
  }

  private static long with(Supplier<?> maker) {
    var object = maker.get();
    try {
      return bytes();
    } finally {
      Reference.reachabilityFence(object);
    }
  }
}
