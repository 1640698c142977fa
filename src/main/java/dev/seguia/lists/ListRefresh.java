package dev.seguia.lists;

import dev.seguia.config.PollingSettings;
import dev.seguia.fetch.FetchPriority;
import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.BackingOff;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchResult.Throttled;
import dev.seguia.fetch.FetchedDocument;
import dev.seguia.fetch.Fetcher;
import dev.seguia.lists.HeldList.Held;
import dev.seguia.opml.Opml;
import dev.seguia.opml.OpmlResult;
import dev.seguia.source.SourceList;
import dev.seguia.source.WebInclude;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/// Fetches lists on the web. A list that cannot be fetched, or is invalid, leaves the local copy
/// unchanged.
public final class ListRefresh {
  /// Limit: size of a list on the web; a larger one is a failure, and the last copy is kept.
  ///
  /// Several thousand sources.
  private static final int LARGEST = 2 << 20;

  /// Parsing takes many times a document's size in memory: one at a time, for all callers.
  private static final Lock READING = new ReentrantLock();

  /// As wide letters too, once the zeros between are gone.

  private final ListStore store;

  private final Fetcher fetcher;
  private final ListPace pace;
  private final InstantSource clock;

  public ListRefresh(
      ListStore store, Fetcher fetcher, PollingSettings polling, InstantSource clock) {
    this.store = store;
    this.fetcher = fetcher;
    pace = new ListPace(polling);
    this.clock = clock;
  }

  /// Reads a list and those that it includes, and fetches all that are on the web, whether they are
  /// due or not.
  ///
  /// @throws InterruptedException if it is to be given up
  public SourceList readAnew(Path file) throws InterruptedException {
    var asked = new HashSet<URI>();
    while (true) {
      var list = SourceList.read(file, store);
      // Each answer may include more lists; how deep they go is for the reader to bound.
      var unasked = list.web().stream().filter(include -> asked.add(include.url())).toList();
      if (unasked.isEmpty()) return list;
      ask(unasked);
    }
  }

  /// Fetches those that are due. What changed then shows in the [ListStore].
  ///
  /// @throws InterruptedException if it is to be given up; what was brought is kept
  public void refresh(Collection<WebInclude> lists) throws InterruptedException {
    var now = clock.instant();
    ask(lists.stream().filter(list -> store.get(list.url()).isDue(now, pace)).toList());
  }

  private void ask(List<WebInclude> lists) throws InterruptedException {
    if (lists.isEmpty()) return;
    var calls =
        lists.stream()
            .<Callable<WebInclude>>map(list ->
                () -> {
                  ask(list);
                  return list;
                })
            .toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(calls)) await(one);
    }
  }

  private static void await(Future<WebInclude> asked) throws InterruptedException {
    try {
      asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) throw new InterruptedException("stopping");
      throw new IllegalStateException("a list was not requested", e.getCause());
    }
  }

  private void ask(WebInclude list) throws InterruptedException {
    var before = store.get(list.url());
    var reach = list.byStranger() ? fetcher.forStrangers() : fetcher;
    var priority = before.failures() == 0 ? FetchPriority.PROVEN : FetchPriority.DOUBTFUL;
    var result = reach.fetch(list.url(), before.validators(), priority);
    if (result instanceof Fetched fetched) {
      try (fetched) {
        read(before, fetched.document());
      }
    } else store.put(after(before, result), Optional.empty());
  }

  private HeldList after(HeldList before, FetchResult none) {
    var now = clock.instant();
    return switch (none) {
      case FetchResult.NotModified(var renewed, var maxAge, _) when before.held().isPresent() ->
          before.asked(now, maxAge).unchanged(renewed);
      case Throttled(_, var wait, _) -> before.asked(now, wait).refused(none.reason());
      case BackingOff(var left) -> before.asked(now, Optional.of(left));
      default -> before.asked(now, Optional.empty()).failed(none.reason());
    };
  }

  private void read(HeldList before, FetchedDocument document) throws InterruptedException {
    var now = clock.instant();
    var objection = objection(before.url(), document.body());
    if (objection.isPresent()) {
      store.put(before.asked(now, Optional.empty()).failed(objection.get()), Optional.empty());
      return;
    }
    var hash = Held.hash(document.body());
    var held = new Held(document.location(), document.isPublic(), hash);
    store.put(
        before.asked(now, document.maxAge()).with(held, document.validators()),
        Optional.of(document.body()));
  }

  /// Why a document is not a valid list. A complete list without sources is valid: its removed
  /// sources are no longer polled.
  private static Optional<String> objection(URI url, byte[] document) throws InterruptedException {
    if (document.length > LARGEST) return Optional.of("larger than 2 MB");
    READING.lockInterruptibly();
    try {
      return switch (Opml.read(document, url.toString())) {
        case OpmlResult.Unreadable(var faults) -> Optional.of(faults.getFirst().what());
        case OpmlResult.Read(var list, _, var isCut) -> {
          if (isCut) yield Optional.of("it is truncated");
          yield list.hasBody() ? Optional.empty() : Optional.of("it has no body");
        }
      };
    } finally {
      READING.unlock();
    }
  }
}
