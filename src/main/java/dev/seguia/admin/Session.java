package dev.seguia.admin;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// The session of the operator in one browser.
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

  /// The CSRF token that every form must contain, so that only our own pages can submit one.
  public String key() {
    return key;
  }

  boolean isKey(String text) {
    return new Secret(key).is(text);
  }

  boolean isOver(Instant now) {
    return !now.isBefore(end);
  }

  /// Whether the session belongs to the current token: a change of the token ends all sessions.
  boolean isOf(Optional<Secret> current) {
    return token
        .map(begun -> current.filter(begun::isSameAs).isPresent())
        .orElse(current.isEmpty());
  }

  void tell(Notice what) {
    notice.set(Optional.of(what));
  }

  /// The result of the last form, if it was not shown yet.
  public Optional<Notice> takeNotice() {
    return notice.getAndSet(Optional.empty());
  }
}
