package dev.seguia.web;

import java.time.Duration;

/// What clients may take of the server. Whoever is slow, or many, costs himself only.
///
/// @param connections open at once; beyond it the one goes that has waited longest for a request
/// @param perAddress open at once from one address, or from one network of IPv6 (/64); this
///   machine, where a reverse proxy may ask for all, is bound by the total only
/// @param request from the answer before, or from the beginning, to the end of a request's headers,
///   and once more from there to the end of its form
/// @param answer to take an answer in, beside what its length allows for
/// @param slowest bytes a second that a client must take on average
/// @param countsLoopback whether this machine is counted like any other
record ClientLimits(
    int connections,
    int perAddress,
    Duration request,
    Duration answer,
    long slowest,
    boolean countsLoopback) {

  static ClientLimits defaults() {
    return new ClientLimits(4096, 256, Duration.ofSeconds(20), Duration.ofSeconds(30), 4096, false);
  }

  Duration answer(long bytes) {
    return answer.plusSeconds(bytes / slowest);
  }
}
