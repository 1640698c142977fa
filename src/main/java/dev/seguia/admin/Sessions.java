package dev.seguia.admin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The operator's sessions, in memory alone: a restart ends them all.
public final class Sessions {
  /// Limit: time for which the operator stays logged in.
  static final Duration LIFE = Duration.ofHours(12);

  /// Limit: sessions of the operator at once; the oldest ends.
  private static final int MOST = 100;

  private final InstantSource clock;
  private final Map<String, Session> sessions = new LinkedHashMap<>();

  public Sessions(InstantSource clock) {
    this.clock = clock;
  }

  /// Begins one; the oldest ends where there are too many.
  ///
  /// @param token that is set now, if one is
  synchronized Session open(Optional<Secret> token) {
    var now = clock.instant();
    sessions.values().removeIf(session -> session.isOver(now));
    if (sessions.size() >= MOST) sessions.remove(sessions.keySet().iterator().next());
    var session = new Session(Secret.newText(), Secret.newText(), token, now.plus(LIFE));
    sessions.put(session.id(), session);
    return session;
  }

  /// Finds a session by id, if it has not expired. The time of the look-up reveals nothing useful
  /// about 128 random bits.
  synchronized Optional<Session> find(String id) {
    return Optional.ofNullable(sessions.get(id))
        .filter(session -> !session.isOver(clock.instant()));
  }

  synchronized void close(Session session) {
    sessions.remove(session.id());
  }
}
