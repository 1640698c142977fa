package dev.seguia.poll;

import java.time.Instant;

/// A poll that was done.
///
/// @param next when the source is due again
public record Polled(PollResult result, Instant next) {}
