package dev.seguia.fetch;

import java.time.Duration;

/// The timeout and the size limit of a fetch, and the User-Agent.
///
/// @param timeout over everything: name lookup, redirects, and the last byte of the body
/// @param maxBody in bytes, of the body as sent and of the body as decoded
public record FetchLimits(Duration timeout, long maxBody, String userAgent) {
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  public FetchLimits {
    if (!timeout.isPositive())
      throw new IllegalArgumentException("fetch.timeout must be longer than zero, not " + timeout);
    if (maxBody < 1 || maxBody > LARGEST_ARRAY)
      throw new IllegalArgumentException("fetch.max-body must be 1 byte to 2047MB, not " + maxBody);
    if (userAgent.isBlank() || userAgent.chars().anyMatch(c -> c < ' ' || c > '~'))
      throw new IllegalArgumentException(
          "fetch.user-agent must be plain ASCII text, not '" + userAgent + "'");
  }

  /// The timeout as a person writes it, as in `30s`.
  String timeoutInWords() {
    var millis = timeout.toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  /// A number of bytes as a person writes it, as in `10MB`.
  static String size(long bytes) {
    if (bytes % (1 << 20) == 0) return (bytes >> 20) + "MB";
    if (bytes % (1 << 10) == 0) return (bytes >> 10) + "KB";
    return bytes + " bytes";
  }
}
