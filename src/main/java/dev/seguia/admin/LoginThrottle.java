package dev.seguia.admin;

import dev.seguia.web.Request;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rate limit of wrong tokens, by address, for `/admin` and `/login` together (brute-force
/// protection). The right token is accepted however many wrong ones came before it: no one can lock
/// the operator out.
///
/// Wrong tokens are logged with their address, for a trail and for programs that block addresses:
/// one line a minute for an address, and one a second for all together.
public final class LoginThrottle {
  private static final Logger LOG = LoggerFactory.getLogger(LoginThrottle.class);

  /// Limit: wrong tokens from an address at once; further ones are answered with 429.
  ///
  /// In a row, before one has to wait.
  static final int AT_ONCE = 5;

  /// Until one more is allowed.
  static final Duration PAUSE = Duration.ofSeconds(1);

  private static final Duration BETWEEN_LINES_OF_ONE = Duration.ofMinutes(1);
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(1);

  /// Addresses that are remembered; those that guessed longest ago are forgotten first.
  private static final int MOST = 10_000;

  private final LongSupplier nanos;
  private final Map<String, Guesser> guessers = new LinkedHashMap<>(16, 0.75f, true);
  private long nextLine;

  /// @param nanos a monotonic clock
  public LoginThrottle(LongSupplier nanos) {
    this.nanos = nanos;
    nextLine = nanos.getAsLong();
  }

  /// A client that tries wrong tokens.
  private static final class Guesser {
    private long free;
    private long nextLine;
    private long untold;

    Guesser(long now) {
      free = now - AT_ONCE * PAUSE.toNanos();
      nextLine = now;
    }

    boolean take(long now) {
      var next = Math.max(free - now, -AT_ONCE * PAUSE.toNanos()) + PAUSE.toNanos();
      if (next > 0) return false;
      free = now + next;
      return true;
    }
  }

  /// Notes that a wrong token was shown.
  ///
  /// @return whether it was one of too many from there
  synchronized boolean wrong(Request request) {
    var now = nanos.getAsLong();
    var guesser = guessers.computeIfAbsent(network(request.remote()), _ -> new Guesser(now));
    if (guessers.size() > MOST) guessers.remove(guessers.keySet().iterator().next());
    tell(guesser, request, now);
    return !guesser.take(now);
  }

  private void tell(Guesser guesser, Request request, long now) {
    guesser.untold++;
    if (now - guesser.nextLine < 0 || now - nextLine < 0) return;
    OperatorLog.from(request, LOG.atWarn())
        .addKeyValue("path", request.path())
        .addKeyValue("times", guesser.untold)
        .log("login refused: wrong token");
    guesser.untold = 0;
    guesser.nextLine = now + BETWEEN_LINES_OF_ONE.toNanos();
    nextLine = now + BETWEEN_LINES.toNanos();
  }

  /// Who has one address of IPv6 has a network of them.
  private static String network(InetAddress address) {
    var octets = address.getAddress();
    return Arrays.toString(octets.length == 4 ? octets : Arrays.copyOf(octets, 8));
  }
}
