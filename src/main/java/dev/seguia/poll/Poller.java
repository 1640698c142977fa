package dev.seguia.poll;

import dev.seguia.dedup.Fingerprint;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchResult.NotModified;
import dev.seguia.fetch.FetchResult.Refused;
import dev.seguia.fetch.FetchResult.Throttled;
import dev.seguia.fetch.FetchResult.Unavailable;
import dev.seguia.fetch.Fetcher;
import dev.seguia.parse.FeedParser;
import dev.seguia.parse.ParseResult.Parsed;
import dev.seguia.parse.ParseResult.Unreadable;
import dev.seguia.poll.PollInterval.Hints;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.Poll;
import dev.seguia.store.PollState;
import dev.seguia.store.SourceStore;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// Polls one source: fetches its document, reads what is new in it, and stores that together with
/// the state of the source's polls, all or nothing.
public final class Poller {
  private final Fetcher fetcher;
  private final FeedParser parser = new FeedParser();
  private final EntryReading reading;
  private final EntryStore entries;
  private final SourceStore sources;
  private final PollInterval interval;
  private final InstantSource clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  private final ReadingRoom room = new ReadingRoom(Runtime.getRuntime().availableProcessors());

  public Poller(
      Fetcher fetcher,
      EntryReading reading,
      EntryStore entries,
      SourceStore sources,
      PollInterval interval,
      InstantSource clock) {
    this.fetcher = fetcher;
    this.reading = reading;
    this.entries = entries;
    this.sources = sources;
    this.interval = interval;
    this.clock = clock;
  }

  /// Polls a source now.
  ///
  /// @throws InterruptedException if the poll is to be given up; nothing of it is stored then
  public Polled poll(Source source) throws InterruptedException {
    if (!running.add(source.id())) return running();
    try {
      var polled = poll(source, sources.state(source.id()));
      sources.settle();
      return polled;
    } finally {
      running.remove(source.id());
    }
  }

  /// Whoever polls it now sets when it is due; coming back at once would be asking in a circle.
  private Polled running() {
    return new Polled(new PollResult.Running(), clock.instant().plus(interval.shortest()));
  }

  /// Begins no further poll, and gives up those that still wait for their document.
  public void stop() {
    stopping = true;
    fetcher.close();
  }

  private Polled poll(Source source, PollState before) throws InterruptedException {
    var fetched = fetcher.fetch(source.url(), before.validators());
    // A fetch that we broke off ourselves is no failure of the source.
    if (stopping) throw new InterruptedException("the daemon stops");
    return switch (fetched) {
      case Fetched document -> {
        try (var _ = room.enter(document.body().length)) {
          yield read(source, before, document);
        }
      }
      case NotModified(var validators, var maxAge, var movedTo) ->
          unchanged(
              source,
              before.with(validators, before.bodyHash(), before.linkRules()).withMovedTo(movedTo),
              new Hints(maxAge, Optional.empty()));
      case Throttled(var status, var retryAfter) ->
          failed(source, before, new PollResult.Postponed(status, retryAfter));
      case FetchResult.Gone() -> failed(source, before.withGone(), new PollResult.Gone());
      case Unavailable(var reason) -> failed(source, before, new PollResult.Failed(reason));
      case Refused(var reason) -> failed(source, before, new PollResult.Failed(reason));
    };
  }

  private Polled read(Source source, PollState before, Fetched document) {
    var hash = Fingerprint.ofBytes(document.body()).hash();
    if (before.bodyHash().equals(Optional.of(hash)))
      return unchanged(
          source,
          before
              .with(document.validators(), before.bodyHash(), before.linkRules())
              .withMovedTo(document.movedTo()),
          new Hints(document.maxAge(), Optional.empty()));
    return switch (parser.parse(document.location(), document.contentType(), document.body())) {
      case Unreadable(var reason) -> failed(source, before, new PollResult.Failed(reason));
      case Parsed parsed -> store(source, before, document, hash, parsed);
    };
  }

  private Polled store(
      Source source, PollState before, Fetched document, UUID bodyHash, Parsed parsed) {
    var now = clock.instant();
    var read = reading.read(source, parsed.feed(), before.linkRules(), entries);
    var hints = new Hints(document.maxAge(), parsed.feed().ttl());
    var sound = new PollResult.Read(parsed.feed().entries().size(), 0, 0, 0, parsed.warnings());
    var next = now.plus(interval.after(source, sound, 0, hints));
    var state =
        before
            .with(document.validators(), Optional.of(bodyHash), read.linkRules())
            .withMovedTo(document.movedTo())
            .succeeded(now, next);
    var stored =
        entries.store(
            new Poll(
                source.id(),
                source.url(),
                read.header(),
                read.keys(),
                read.arrivals(),
                before,
                state,
                now));
    var result =
        new PollResult.Read(
            sound.entries(), stored.added(), stored.updated(), stored.joined(), sound.warnings());
    return new Polled(result, next);
  }

  private Polled unchanged(Source source, PollState state, Hints hints) {
    var now = clock.instant();
    var result = new PollResult.Unchanged();
    var next = now.plus(interval.after(source, result, 0, hints));
    sources.record(source.id(), state.succeeded(now, next));
    return new Polled(result, next);
  }

  private Polled failed(Source source, PollState before, PollResult result) {
    var now = clock.instant();
    var next = now.plus(interval.after(source, result, before.failures() + 1, Hints.none()));
    sources.record(source.id(), before.failed(result.words(), now, next));
    return new Polled(result, next);
  }
}
