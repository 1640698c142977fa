package dev.seguia.web;

import java.time.Duration;

/// Per-client limits, so that a slow or greedy client only hurts itself.
///
/// @param connections open at once; beyond it the one goes that has waited longest for a request
/// @param perAddress open at once from one address, or from one network of IPv6 (/64); this
///   machine, where a reverse proxy may ask for all, is bound by the total only
/// @param request from the response before, or from the beginning, to the end of a request's
///   headers, and once more from there to the end of its form
/// @param response to take a response in, beside what its length allows for
/// @param slowest bytes a second that a client must take on average
/// @param countsLoopback whether this machine is counted like any other
record ClientLimits(
    int connections,
    int perAddress,
    Duration request,
    Duration response,
    long slowest,
    boolean countsLoopback) {

  static ClientLimits defaults() {
    return new ClientLimits(4096, 256, Duration.ofSeconds(20), Duration.ofSeconds(30), 4096, false);
  }

  Duration response(long bytes) {
    return response.plusSeconds(bytes / slowest);
  }
}
