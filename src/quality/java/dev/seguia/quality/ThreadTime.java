package dev.seguia.quality;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/// What this thread has taken of the processor; a clock counts what else the machine does.
final class ThreadTime {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ThreadTime() {}

  static long now() {
    return THREADS.getCurrentThreadCpuTime();
  }

  static double microsSince(long start) {
    return (now() - start) / 1e3;
  }
}
