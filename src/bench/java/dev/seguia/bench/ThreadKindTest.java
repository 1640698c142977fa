package dev.seguia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ThreadKindTest {
  @ParameterizedTest
  @CsvSource({
    "ForkJoinPool-1-, POLLS",
    "follow-search, FOLLOWERS",
    "follow-relation, FOLLOWERS",
    "C1 CompilerThre, JIT",
    "C2 CompilerThre, JIT",
    "VM Thread, GC",
    "GC Thread#0, GC",
    "G1 Main Marker, GC",
    "VM Periodic Tas, OTHER",
    "MVStore backgro, H2",
    "H2-save, H2",
    "web-21, WEB",
    "lookup-3, OTHER",
    "java, OTHER"
  })
  void tellsWhatAThreadWorksOn(String name, ThreadKind kind) {
    assertThat(ThreadKind.of(name)).isEqualTo(kind);
  }
}
