package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.seguia.web.Request;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class LoginThrottleTest {
  private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
  private final LoginThrottle guesses = new LoginThrottle(nanos::get);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  private static Logger log() {
    return (Logger) LoggerFactory.getLogger(LoginThrottle.class);
  }

  @BeforeEach
  void listen() {
    lines.start();
    log().addAppender(lines);
  }

  @AfterEach
  void stopListening() {
    log().detachAppender(lines);
  }

  private int within(int tries, String remote) {
    var within = 0;
    for (var i = 0; i < tries; i++) if (!guesses.wrong(from(remote))) within++;
    return within;
  }

  private static Request from(String remote) {
    return new Request(
        "GET",
        "/admin/sources",
        "",
        Map.of(),
        name -> name.equals("X-Forwarded-For") ? "203.0.113.9" : "",
        InetAddress.ofLiteral(remote));
  }

  @Test
  void areFewInARow() {
    assertThat(within(1000, "192.0.2.7")).isEqualTo(LoginThrottle.AT_ONCE);
  }

  @Test
  void areOneAPauseFromThenOnHoweverMuchIsTried() {
    within(1000, "192.0.2.7");
    for (var pause = 0; pause < 10; pause++) {
      nanos.addAndGet(LoginThrottle.PAUSE.toNanos());
      assertThat(within(1000, "192.0.2.7")).isOne();
    }
  }

  @Test
  void areAsManyAsEverAfterAWhileAndNoMore() {
    within(1000, "192.0.2.7");
    nanos.addAndGet(LoginThrottle.PAUSE.multipliedBy(1000).toNanos());
    assertThat(within(1000, "192.0.2.7")).isEqualTo(LoginThrottle.AT_ONCE);
  }

  @Test
  void areCountedByAddressAndByNetworkOfIpv6() {
    within(1000, "192.0.2.7");
    assertThat(within(1, "192.0.2.8")).isOne();
    within(1000, "2001:db8::1");
    assertThat(within(1, "2001:db8::2")).isZero();
    assertThat(within(1, "2001:db8:1::2")).isOne();
  }

  @Test
  void areLoggedOnceAMinute() {
    within(1000, "192.0.2.7");
    assertThat(lines.list).hasSize(1);
    nanos.addAndGet(Duration.ofMinutes(1).toNanos());
    within(1000, "192.0.2.7");
    assertThat(lines.list).hasSize(2);
    var line = lines.list.getLast();
    assertThat(line.getLevel()).isEqualTo(Level.WARN);
    assertThat(line.getFormattedMessage()).isEqualTo("login refused: wrong token");
    assertThat(line.getKeyValuePairs().toString())
        .contains("address=\"192.0.2.7\"", "times=\"1000\"", "forwarded_for=\"203.0.113.9\"");
  }

  @Test
  void ofManyAddressesAreLoggedOnceASecond() {
    for (var address = 0; address < 250; address++) within(3, "192.0.2." + address);
    assertThat(lines.list).hasSize(1);
    nanos.addAndGet(Duration.ofSeconds(1).toNanos());
    for (var address = 0; address < 250; address++) within(3, "198.51.100." + address);
    assertThat(lines.list).hasSize(2);
  }
}
