package dev.seguia.admin;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.seguia.source.Source;
import dev.seguia.store.state.SourceCondition;
import dev.seguia.store.state.SourceStatus;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The status of a source, for the operator.
///
/// @param remark what is wrong though the source can be read
/// @param warning what is wrong with its documents, though they are read
/// @param state in plain words, see [SourceCondition]
public record SourceReport(
    String id,
    String url,
    String title,
    String kind,
    List<String> tags,
    long entries,
    @JsonProperty("last_poll") Optional<Instant> lastPoll,
    @JsonProperty("last_success") Optional<Instant> lastSuccess,
    @JsonProperty("next_poll") Optional<Instant> nextPoll,
    @JsonProperty("last_error") Optional<String> lastError,
    int failures,
    @JsonProperty("moved_to") Optional<String> movedTo,
    Optional<String> remark,
    Optional<String> warning,
    String state) {

  /// The problem of the source, and what to do, on one line; empty if there is none.
  public String trouble() {
    if (state.equals(SourceCondition.GONE.word()))
      return "gone for good (HTTP 410), no longer polled: remove it from the list";
    var error =
        lastError.map(
            reason -> failures > 1 ? reason + ", " + failures + " times in a row" : reason);
    return error
        .or(() -> warning)
        .or(() -> movedTo.map(url -> "it has moved to " + url + ": put that into the list"))
        .or(() -> remark)
        .orElse("");
  }

  private static Optional<String> remark(SourceStatus status) {
    var ofPages =
        status
            .refusedPages()
            .map(pages -> "%s (%d pages)".formatted(pages.reason(), pages.count()));
    var both =
        Stream.of(status.state().known().remark(), ofPages)
            .flatMap(Optional::stream)
            .collect(Collectors.joining("; "));
    return Optional.of(both).filter(words -> !words.isEmpty());
  }

  /// The report of a source that is in the list, but not in the store yet.
  static SourceReport ofUnseen(Source source) {
    var isPaused = source.settings().paused();
    return new SourceReport(
        source.id(),
        source.url().toString(),
        source.title(),
        source.settings().kind().orElse(Source.Kind.FEED).name().toLowerCase(Locale.ROOT),
        source.tags().stream().map(tag -> tag.tag().name()).toList(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        (isPaused ? SourceCondition.PAUSED : SourceCondition.NEW).word());
  }

  static SourceReport of(SourceStatus status, Optional<Source> listed) {
    var state = status.state();
    var kind =
        listed
            .flatMap(source -> source.settings().kind())
            .or(() -> state.known().kind())
            .orElse(Source.Kind.FEED)
            .name();
    return new SourceReport(
        status.source().id(),
        status.source().url().toString(),
        status.source().title(),
        kind.toLowerCase(Locale.ROOT),
        status.tags().stream().map(tag -> tag.tag().name()).toList(),
        status.entries(),
        state.lastPoll(),
        state.lastSuccess(),
        status.condition().isPolled() ? state.nextPoll() : Optional.empty(),
        state.lastError(),
        state.failures(),
        state.movedTo().map(Object::toString),
        remark(status),
        state.known().warning(),
        status.condition().word());
  }
}
