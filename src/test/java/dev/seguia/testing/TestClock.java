package dev.seguia.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// A clock that stands still until it is moved by hand.
public final class TestClock implements InstantSource {
  private volatile Instant now;

  public TestClock(Instant start) {
    now = start;
  }

  /// A clock at a fixed moment in November 2025.
  public static TestClock standing() {
    return new TestClock(Instant.parse("2025-11-14T12:00:00Z"));
  }

  public void advance(Duration step) {
    now = now.plus(step);
  }

  public void set(Instant moment) {
    now = moment;
  }

  @Override
  public Instant instant() {
    return now;
  }
}
