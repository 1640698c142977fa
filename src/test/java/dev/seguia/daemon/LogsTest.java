package dev.seguia.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.core.joran.spi.JoranException;
import dev.seguia.cli.Said;
import dev.seguia.config.LogSettings;
import dev.seguia.testing.TestSettings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

final class LogsTest {
  private static final String FORGED = "x\n2025-11-14T12:00:00.000Z ERROR forged\r\u001b[2J\u2028y";

  private final PrintStream real = System.err;

  @AfterEach
  void restore() throws JoranException {
    System.setErr(real);
    Said.restoreLogs();
  }

  @ParameterizedTest
  @EnumSource
  void letNoForeignTextBeginALine(LogSettings.Layout layout) {
    var bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Logs.configure(TestSettings.of("log.format=" + layout.name().toLowerCase(Locale.ROOT)).log());
    var log = LoggerFactory.getLogger("dev.seguia.Test");
    log.atWarn().addKeyValue("reason", FORGED).log(FORGED);
    log.atError().setCause(new IllegalStateException(FORGED)).log("broke");
    var said = bytes.toString(StandardCharsets.UTF_8);
    assertThat(said.lines()).noneMatch(line -> line.startsWith("2025-11-14T12:00:00.000Z ERROR"));
    assertThat(said).contains("reason").contains("IllegalStateException").doesNotContain("\u001b");
    assertThat(said.lines().filter(line -> !line.startsWith(" "))).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void giveNoSecretOfAnAddressAway(LogSettings.Layout layout) {
    var bytes = new ByteArrayOutputStream();
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    Logs.configure(TestSettings.of("log.format=" + layout.name().toLowerCase(Locale.ROOT)).log());
    var url = "https://me:hunter2@one.example/feed?token=hunter2&page=2";
    LoggerFactory.getLogger("dev.seguia.Test")
        .atWarn()
        .addKeyValue("source", url)
        .setCause(new IllegalStateException("no answer of " + url))
        .log("{} failed", url);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .containsPattern("\\*\\*\\*@one.example\\\\?/feed\\?token=\\*\\*\\*&page=2 failed")
        .doesNotContain("hunter2");
  }
}
