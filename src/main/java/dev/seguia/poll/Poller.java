package dev.seguia.poll;

import dev.seguia.dedup.Fingerprint;
import dev.seguia.feed.RawFeed;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.BackingOff;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchResult.NotModified;
import dev.seguia.fetch.FetchResult.Refused;
import dev.seguia.fetch.FetchResult.Throttled;
import dev.seguia.fetch.FetchResult.Unavailable;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Site;
import dev.seguia.fetch.Validators;
import dev.seguia.gather.Documents;
import dev.seguia.gather.GatherResult;
import dev.seguia.gather.GatherResult.Found;
import dev.seguia.poll.PollInterval.Hints;
import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.state.PollState;
import dev.seguia.store.state.PollState.Known;
import dev.seguia.url.UrlSecrets;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Polls one source: fetches its document, reads the new entries, and stores them together with the
/// source's poll state in one transaction.
public final class Poller {
  private static final Logger LOG = LoggerFactory.getLogger(Poller.class);

  /// Between the polls of sources whose server has had its rest.
  private static final Duration BETWEEN_RESTED = Duration.ofSeconds(1);

  private final Documents documents;
  private final EntryReading reading;
  private final EntryStore entries;
  private final SourceStates sources;
  private final PollInterval interval;
  private final InstantSource clock;
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile boolean stopping;

  public Poller(
      Documents documents,
      EntryReading reading,
      EntryStore entries,
      SourceStates sources,
      PollInterval interval,
      InstantSource clock) {
    this.documents = documents;
    this.reading = reading;
    this.entries = entries;
    this.sources = sources;
    this.interval = interval;
    this.clock = clock;
  }

  /// Polls a source now. The entries that it stored are on disk when this returns. A poll without
  /// entries does not wait for the disk: a crash could lose only the time of the poll, which is in
  /// the journal too.
  ///
  /// @throws InterruptedException if the poll is to be given up; nothing of it is stored then
  public Polled poll(Source source) throws InterruptedException {
    return alone(source, before -> poll(source, before));
  }

  /// Takes in a document of a source that was not asked for: one that a hub has pushed, that was
  /// imported, or that a test replays. It passes the same pipeline as a polled one, in one
  /// transaction, and counts as a poll that brought it; it is in the file when this returns.
  ///
  /// @return [PollResult.Running] if the source is just being polled: the caller tries again
  /// @throws InterruptedException if it is to be given up; nothing of it is stored then
  public Polled receive(Source source, FetchedDocument document) throws InterruptedException {
    return alone(source, before -> read(source, before, document));
  }

  /// What is done with a source, by what is known of it.
  @FunctionalInterface
  private interface Turn {
    Polled take(PollState before) throws InterruptedException;
  }

  /// One poll of a source at a time.
  private Polled alone(Source source, Turn turn) throws InterruptedException {
    if (!running.add(source.id())) return running();
    try {
      var polled = turn.take(sources.state(source.id()));
      if (polled.result() instanceof PollResult.Read) sources.settle();
      return polled;
    } finally {
      running.remove(source.id());
    }
  }

  /// The running poll sets the next due time; rescheduling here would be a busy loop.
  private Polled running() {
    var next = clock.instant().plus(interval.shortest());
    return new Polled(new PollResult.Running(), next, Optional.empty());
  }

  /// The poll interval.
  public PollInterval interval() {
    return interval;
  }

  /// Starts no further poll, and aborts those that still wait for their document.
  public void stop() {
    stopping = true;
    documents.close();
  }

  private Polled poll(Source source, PollState before) throws InterruptedException {
    if (stopping) throw new InterruptedException("the daemon stops");
    var result = documents.fetch(source, before, () -> sources.begin(source.id(), clock.instant()));
    // A fetch that we broke off ourselves is no failure of the source.
    if (stopping) throw new InterruptedException("the daemon stops");
    return switch (result) {
      case Fetched fetched -> {
        try (fetched) {
          yield read(source, before, fetched.document());
        }
      }
      case NotModified(var validators, var maxAge, var movedTo) ->
          unchanged(
              source,
              before,
              before.known().notModified(hadConditions(source, before), validators),
              maxAge,
              movedTo);
      case Throttled(var status, var retryAfter, var site) ->
          throttled(source, before, new PollResult.Postponed(status, retryAfter), site);
      case BackingOff(var left) -> backedOff(source, before, left);
      case FetchResult.Gone() -> gone(source, before);
      case Unavailable(var reason, _) -> failed(source, before, reason);
      case Refused(var reason) -> failed(source, before, reason);
    };
  }

  private static boolean hadConditions(Source source, PollState before) {
    return !before.conditions(source.id()).areNone();
  }

  private Polled read(Source source, PollState before, FetchedDocument document)
      throws InterruptedException {
    var hash = Optional.of(Fingerprint.ofBytes(document.body()).hash());
    if (before.bodyHash().equals(hash)) return unchanged(source, before, document);
    var gathered =
        documents.gather(source, before, document, feed -> wantsOlder(source, before, feed));
    if (stopping) throw new InterruptedException("the daemon stops");
    return switch (gathered) {
      case GatherResult.Nothing(var reason) -> failed(source, before, reason);
      case GatherResult.AsBefore() -> unchanged(source, before, document);
      case GatherResult.Found found -> {
        try (var _ = documents.room().enterToStore(document.body().length)) {
          entries.awaitConsumers();
          yield store(source, before, document, hash, found);
        }
      }
    };
  }

  /// The archives of a feed are followed once; the further pages of a section as long as all on
  /// them is new.
  private boolean wantsOlder(Source source, PollState before, RawFeed document) {
    return source.settings().history()
        ? !before.known().history()
        : reading.isNew(source, document, before, entries);
  }

  private Polled store(
      Source source, PollState before, FetchedDocument document, Optional<UUID> hash, Found found) {
    var now = clock.instant();
    var feed = found.feed();
    var read = reading.read(source, feed, before, entries, now);
    var known = known(source, before, document, hash, found, read);
    var warnings = Stream.concat(read.warnings().stream(), found.warnings().stream()).toList();
    var sound = PollResult.Read.of(feed.entries().size(), read.repeats(), warnings);
    var next = interval.next(now, source, sound, 0, new Hints(document.maxAge(), feed.rhythm()));
    var led =
        found.elsewhere().map(before::foundAt).orElseGet(() -> before.led(document.movedTo()));
    var state = led.with(known, read.linkRules()).succeeded(now, next);
    var stored = entries.store(read.poll(source.as(known.kind()), before, state, now));
    documents.stored(source);
    tell(source, before, found, read);
    return new Polled(sound.with(stored.andPurged(read.purged())), next, before.lastError());
  }

  /// Logs what was detected about a source once: the list may be wrong, or the detection.
  private static void tell(
      Source source, PollState before, Found found, EntryReading.Reading read) {
    read.warning()
        .filter(_ -> before.known().warning().isEmpty())
        .ifPresent(words -> LOG.atWarn().addKeyValue("source", source.shownUrl()).log(words));
    found
        .elsewhere()
        .ifPresent(url ->
            LOG.atInfo()
                .addKeyValue("source", source.shownUrl())
                .addKeyValue("url", UrlSecrets.masked(url.toString()))
                .log("page leads to a feed or sitemap, which is polled from now on"));
    found
        .kind()
        .filter(kind -> !before.known().kind().equals(Optional.of(kind)))
        .ifPresent(kind ->
            LOG.atInfo()
                .addKeyValue("source", source.shownUrl())
                .addKeyValue("kind", kind)
                .log("detected source type"));
  }

  private static Known known(
      Source source,
      PollState before,
      FetchedDocument document,
      Optional<UUID> hash,
      Found found,
      EntryReading.Reading read) {
    // Of a document that breaks off the rest is still to be had, and of one that leads to others
    // they may have changed: it has to be sent again.
    var isAll = found.feed().whole() && found.single();
    return new Known(
        isAll ? document.validators() : Validators.none(),
        isAll ? hash : Optional.empty(),
        found.feed().rhythm(),
        found.kind(),
        before.known().history() || (source.settings().history() && found.history()),
        read.shared(),
        before.known().delivered() || isDelivery(before, found),
        before
            .known()
            .trustAfter(hadConditions(source, before), document.validators(), read.isNews()),
        remark(document),
        read.warning());
  }

  /// Whether the source itself is a feed, and not a page with a feed.
  private static boolean isDelivery(PollState before, Found found) {
    return found.kind().isEmpty() && found.elsewhere().isEmpty() && before.movedTo().isEmpty();
  }

  private static Optional<String> remark(FetchedDocument document) {
    return Optional.of(String.join("; ", document.remarks())).filter(words -> !words.isEmpty());
  }

  private Polled unchanged(Source source, PollState before, FetchedDocument document) {
    var hadConditions = hadConditions(source, before);
    var known = before.known().sentAgain(hadConditions, document.validators(), remark(document));
    return unchanged(source, before, known, document.maxAge(), document.movedTo());
  }

  private Polled unchanged(
      Source source,
      PollState before,
      Known known,
      Optional<Duration> maxAge,
      Optional<URI> movedTo) {
    var now = clock.instant();
    var result = new PollResult.Unchanged();
    var next = interval.next(now, source, result, 0, new Hints(maxAge, known.rhythm()));
    var state = before.with(known, before.linkRules()).led(movedTo);
    sources.record(source.id(), state.succeeded(now, next));
    return new Polled(result, next, before.lastError());
  }

  private Polled throttled(
      Source source, PollState before, PollResult.Postponed result, Optional<Site> site) {
    var polled = failed(source, before, result);
    site.ifPresent(_ -> {
      var until = clock.instant().plus(interval.rest(result.retryAfter()));
      sources.postpone(url -> Site.of(url).equals(site), until, BETWEEN_RESTED);
    });
    return polled;
  }

  private Polled backedOff(Source source, PollState before, Duration left) {
    var result = new PollResult.BackedOff(left);
    var next = interval.next(clock.instant(), source, result, 0, Hints.none());
    sources.record(source.id(), before.postponed(next));
    return new Polled(result, next, before.lastError());
  }

  /// At an address that it has only moved to, the old one may know better.
  private Polled gone(Source source, PollState before) {
    return before.movedTo().isPresent()
        ? failed(source, before, "gone from the address that it had moved to (HTTP 410)")
        : failed(source, before.withGone(), new PollResult.Gone());
  }

  private Polled failed(Source source, PollState before, String reason) {
    return failed(source, before.movedBack(), new PollResult.Failed(reason));
  }

  private Polled failed(Source source, PollState before, PollResult result) {
    var now = clock.instant();
    var next = interval.next(now, source, result, before.failures() + 1, Hints.none());
    sources.record(source.id(), before.failed(result.words(), now, next));
    return new Polled(result, next, before.lastError());
  }
}
