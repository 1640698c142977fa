package dev.seguia.poll;

import java.time.Instant;
import java.util.Optional;

/// A finished poll.
///
/// @param next when the source is due again
/// @param former why the poll before had failed; empty if it had not
public record Polled(PollResult result, Instant next, Optional<String> former) {}
