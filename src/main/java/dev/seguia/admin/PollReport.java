package dev.seguia.admin;

import dev.seguia.poll.PollResult;
import dev.seguia.source.Source;

/// The result of a poll by the operator.
///
/// @param result in plain words
public record PollReport(
    String id, String url, String title, boolean success, int added, String result) {
  public static PollReport of(Source source, PollResult result) {
    return new PollReport(
        source.id(),
        source.url().toString(),
        source.title(),
        result.isSuccess(),
        result instanceof PollResult.Read read ? read.added() : 0,
        result.words());
  }
}
