package dev.seguia.store.state;

import dev.seguia.dedup.SharedKeys;
import dev.seguia.feed.LinkRules;
import dev.seguia.feed.Rhythm;
import dev.seguia.fetch.Validators;
import dev.seguia.source.Source.Kind;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What is remembered about a source between polls.
///
/// @param known of the last document that was read to its end and stored
/// @param nextPoll when it is due; empty for a source that was never polled
/// @param lastError why the last poll failed, in plain words; empty after a success
/// @param failures in a row
/// @param failingSince when the first of them was
/// @param move where permanent redirects lead
/// @param gone the server said that the document is gone for good (410)
public record PollState(
    Known known,
    LinkRules linkRules,
    Optional<Instant> lastPoll,
    Optional<Instant> lastSuccess,
    Optional<Instant> nextPoll,
    Optional<String> lastError,
    int failures,
    Optional<Instant> failingSince,
    Optional<Move> move,
    boolean gone) {

  /// How a document is recognised again, and when it is worth requesting.
  ///
  /// @param kind as what it was read, where the list of sources does not say what it is
  /// @param history its archives were followed
  /// @param shared keys that name no entry of the source
  /// @param delivered a feed was once read at the source's own address, or where redirects led from
  ///   there: no page in its place may say where the feed is
  /// @param remark what is wrong with the server's response though it could be read
  /// @param warning what is wrong with its entries, as dates that were not understood and ids that
  ///   several of them share
  public record Known(
      Validators validators,
      Optional<UUID> bodyHash,
      Rhythm rhythm,
      Optional<Kind> kind,
      boolean history,
      SharedKeys shared,
      boolean delivered,
      Trust trust,
      Optional<String> remark,
      Optional<String> warning) {
    static Known nothing() {
      return new Known(
          Validators.none(),
          Optional.empty(),
          Rhythm.none(),
          Optional.empty(),
          false,
          SharedKeys.none(),
          false,
          Trust.fresh(),
          Optional.empty(),
          Optional.empty());
    }

    /// The same document of a source of which these keys name no entry.
    public Known with(SharedKeys keys) {
      return new Known(
          validators, bodyHash, rhythm, kind, history, keys, delivered, trust, remark, warning);
    }

    private Known with(Validators renewed, Trust renewedTrust, Optional<String> newRemark) {
      return new Known(
          renewed,
          bodyHash,
          rhythm,
          kind,
          history,
          shared,
          delivered,
          renewedTrust,
          newRemark,
          warning);
    }

    /// The state after a 304.
    ///
    /// @param sent the request had conditions
    /// @param renewed the validators that the document has now
    public Known notModified(boolean sent, Validators renewed) {
      if (sent) return with(renewed, trust.believed(), remark);
      return validators.areNone() ? this : with(validators, trust.confirmed(), remark);
    }

    /// The state after the same document was sent again, with its current validators.
    ///
    /// @param sent the request had conditions
    public Known sentAgain(boolean sent, Validators renewed, Optional<String> newRemark) {
      var hadDoubts = !sent && !validators.areNone();
      return with(renewed, hadDoubts ? trust.confirmed() : trust.sent(), newRemark);
    }

    /// How far a 304 is trusted after a changed document.
    ///
    /// @param sent the request had conditions
    /// @param news it had new entries
    public Trust trustAfter(boolean sent, Validators renewed, boolean news) {
      return news
          ? trust.changed(renewed.tellApart(validators), !sent && !validators.areNone())
          : trust.sent();
    }
  }

  /// The state of a source that was never polled.
  public static PollState fresh() {
    return new PollState(
        Known.nothing(),
        LinkRules.none(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        0,
        Optional.empty(),
        Optional.empty(),
        false);
  }

  /// The address that a source is fetched from.
  ///
  /// @param url its own, which goes on to name it
  public URI address(URI url) {
    return movedTo().orElse(url);
  }

  /// The address that is requested instead of the source's own.
  public Optional<URI> movedTo() {
    return move.filter(Move::isAdopted).map(Move::to);
  }

  public Validators validators() {
    return known.validators();
  }

  /// The validators for the next request; none if it is to be unconditional.
  public Validators conditions(String sourceId) {
    return known.trust.isDoubtful(sourceId) ? Validators.none() : known.validators;
  }

  public Optional<UUID> bodyHash() {
    return known.bodyHash();
  }

  public Rhythm rhythm() {
    return known.rhythm();
  }

  /// When the source is due, by a clock that may have been changed since the last poll.
  ///
  /// @param longest the longest wait that any poll asks for
  public Optional<Instant> due(Instant now, Duration longest) {
    return nextPoll.map(next -> {
      var since = lastPoll.orElse(now);
      var wait = Duration.between(since, next);
      var kept = wait.compareTo(longest) > 0 ? longest : wait;
      return (since.isAfter(now) ? now : since).plus(kept);
    });
  }

  /// The state after a poll that brought a document, or a 304.
  public PollState succeeded(Instant now, Instant next) {
    return new PollState(
        known,
        linkRules,
        Optional.of(now),
        Optional.of(now),
        Optional.of(next),
        Optional.empty(),
        0,
        Optional.empty(),
        move,
        false);
  }

  /// The state after a failed poll.
  public PollState failed(String reason, Instant now, Instant next) {
    return new PollState(
        known,
        linkRules,
        Optional.of(now),
        lastSuccess,
        Optional.of(next),
        Optional.of(reason),
        failures + 1,
        failingSince.or(() -> Optional.of(now)),
        move,
        gone);
  }

  /// The state after a poll that was postponed.
  public PollState postponed(Instant next) {
    return new PollState(
        known,
        linkRules,
        lastPoll,
        lastSuccess,
        Optional.of(next),
        lastError,
        failures,
        failingSince,
        move,
        gone);
  }

  /// With what the last document was known by.
  public PollState with(Known document, LinkRules rules) {
    return new PollState(
        document,
        rules,
        lastPoll,
        lastSuccess,
        nextPoll,
        lastError,
        failures,
        failingSince,
        move,
        gone);
  }

  /// The state after a response with a feed, reached by redirects.
  ///
  /// @param led where permanent redirects led, if they did; a passing redirect leads nowhere
  public PollState led(Optional<URI> led) {
    if (movedTo().isPresent() && led.isEmpty()) return this;
    return with(Move.after(move, led));
  }

  /// The state after a feed was found elsewhere, linked from the page at the source's own address.
  public PollState foundAt(URI feed) {
    return with(Optional.of(Move.found(feed)));
  }

  /// Returns to the source's own address.
  public PollState movedBack() {
    return with(Optional.empty());
  }

  private PollState with(Optional<Move> newMove) {
    return new PollState(
        known,
        linkRules,
        lastPoll,
        lastSuccess,
        nextPoll,
        lastError,
        failures,
        failingSince,
        newMove,
        gone);
  }

  public PollState withGone() {
    return new PollState(
        known,
        linkRules,
        lastPoll,
        lastSuccess,
        nextPoll,
        lastError,
        failures,
        failingSince,
        move,
        true);
  }
}
