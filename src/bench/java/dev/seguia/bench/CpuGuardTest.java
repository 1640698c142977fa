package dev.seguia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CpuGuardTest {
  @ParameterizedTest
  @CsvSource({"3.9, true", "4.0, true", "4.1, false"})
  void allowsAsMuchAsTheLimit(double median, boolean passed) {
    var verdict = new CpuGuard(4).verdict(new Spread(1, median, 9));
    assertThat(verdict.passed()).isEqualTo(passed);
  }
}
