package dev.seguia.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ProcessStatTest {
  private static final String TIMES = " S 1 7 7 0 -1 4194304 900 0 0 0 130 25 0 0 20 0 1 0";

  @Test
  void addsTheTimeInUserAndInKernelMode() {
    assertThat(ProcessStat.parse("7 (java)" + TIMES).cpu()).isEqualTo(Duration.ofMillis(1550));
  }

  @ParameterizedTest
  @CsvSource({"R, true", "D, true", "S, false", "I, false"})
  void isBusyWhileItRunsOrWaitsForAProcessorOrADisk(String state, boolean busy) {
    var line = "7 (java)" + TIMES.replace(" S ", " " + state + " ");
    assertThat(ProcessStat.parse(line).busy()).isEqualTo(busy);
  }

  @Test
  void readsANameWithBlanksAndBrackets() {
    assertThat(ProcessStat.parse("7 (H2 (log) :) x)" + TIMES).name()).isEqualTo("H2 (log) :) x");
  }
}
