package dev.seguia.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The operator at one browser.
public final class Session {
  private final String id;
  private final String key;
  private final Optional<Secret> token;
  private final Instant end;
  private final AtomicReference<Optional<Notice>> notice = new AtomicReference<>(Optional.empty());

  /// @param id what the browser's cookie holds
  /// @param key what every form holds
  /// @param token with which it was begun; empty where none was set
  Session(String id, String key, Optional<Secret> token, Instant end) {
    this.id = id;
    this.key = key;
    this.token = token;
    this.end = end;
  }

  String id() {
    return id;
  }

  /// What a form has to hold, so that only our own pages can make one.
  public String key() {
    return key;
  }

  boolean isKey(String text) {
    return new Secret(key).is(text);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(end);
  }

  /// Another token ends what was begun with this one.
  boolean isOf(Optional<Secret> current) {
    return token
        .map(begun -> current.filter(begun::isSameAs).isPresent())
        .orElse(current.isEmpty());
  }

  void tell(Notice what) {
    notice.set(Optional.of(what));
  }

  /// What came of the last form, if that was not told yet.
  public Optional<Notice> takeNotice() {
    return notice.getAndSet(Optional.empty());
  }
}
