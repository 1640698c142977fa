package dev.seguia.lists;

import dev.seguia.fetch.FetchResult;
import dev.seguia.fetch.FetchResult.Fetched;
import dev.seguia.fetch.FetchResult.Resting;
import dev.seguia.fetch.FetchResult.Throttled;
import dev.seguia.fetch.Fetcher;
import dev.seguia.fetch.Standing;
import dev.seguia.source.Opml;
import dev.seguia.source.OpmlResult;
import dev.seguia.source.SourceList;
import dev.seguia.source.WebInclude;
import dev.seguia.source.WebLists.Copy;
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

/// Asks for lists on the web. A list that cannot be had, or is none, leaves the copy that we hold.
public final class ListRefresh {
  private final ListStore store;
  private final Fetcher fetcher;
  private final ListPace pace;
  private final InstantSource clock;

  public ListRefresh(ListStore store, Fetcher fetcher, ListPace pace, InstantSource clock) {
    this.store = store;
    this.fetcher = fetcher;
    this.pace = pace;
    this.clock = clock;
  }

  /// Reads a list and those that it includes, and asks for all of them that lie on the web, whether
  /// they are due or not.
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

  /// Asks for those that are due.
  ///
  /// @return whether anything is other than before: a list, or what is wrong with one
  /// @throws InterruptedException if it is to be given up
  public boolean refresh(Collection<WebInclude> lists) throws InterruptedException {
    var now = clock.instant();
    return ask(lists.stream().filter(list -> store.get(list.url()).isDue(now)).toList());
  }

  private boolean ask(List<WebInclude> lists) throws InterruptedException {
    if (lists.isEmpty()) return false;
    var calls = lists.stream().<Callable<Boolean>>map(list -> () -> ask(list)).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var isNews = false;
      for (var one : threads.invokeAll(calls)) isNews |= result(one);
      return isNews;
    }
  }

  private static boolean result(Future<Boolean> asked) throws InterruptedException {
    try {
      return asked.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) throw new InterruptedException("stopping");
      throw new IllegalStateException("a list was not asked for", e.getCause());
    }
  }

  private boolean ask(WebInclude list) throws InterruptedException {
    var before = store.get(list.url());
    var after = after(list, before);
    store.put(after);
    return !after.saysAs(before);
  }

  private HeldList after(WebInclude list, HeldList before) throws InterruptedException {
    var reach = list.byStranger() ? fetcher.forStrangers() : fetcher;
    var standing = before.failures() == 0 ? Standing.PROVEN : Standing.DOUBTFUL;
    return switch (reach.fetch(list.url(), before.validators(), standing)) {
      case Fetched document -> {
        try (document) {
          yield read(before, document);
        }
      }
      case FetchResult.NotModified(var renewed, var maxAge, _) when before.copy().isPresent() ->
          before.unchanged(renewed, clock.instant().plus(pace.afterSuccess(maxAge)));
      case Throttled(_, var wait, _) when before.copy().isPresent() ->
          before.putOff(clock.instant().plus(pace.afterRefusal(wait)));
      case Resting(var left) when before.copy().isPresent() ->
          before.putOff(clock.instant().plus(pace.afterRefusal(Optional.of(left))));
      case FetchResult none -> failed(before, none.reason());
    };
  }

  private HeldList read(HeldList before, Fetched document) {
    var objection = objection(before.url(), document.body());
    if (objection.isPresent()) return failed(before, objection.get());
    var copy = new Copy(document.location(), document.body(), document.isPublic());
    var next = clock.instant().plus(pace.afterSuccess(document.maxAge()));
    return before.with(copy, document.validators(), next);
  }

  private HeldList failed(HeldList before, String reason) {
    return before.failed(reason, clock.instant().plus(pace.afterFailure(before.failures() + 1)));
  }

  /// Why a document is no list to go by. A list without sources is one, if it is whole: what was
  /// taken out of it is not polled any more.
  private static Optional<String> objection(URI url, byte[] document) {
    return switch (Opml.read(document, url.toString())) {
      case OpmlResult.Unreadable(var faults) -> Optional.of(faults.getFirst().what());
      case OpmlResult.Read(var opml, var faults) ->
          faults.isEmpty() || !opml.outlines().isEmpty()
              ? Optional.empty()
              : Optional.of("there is nothing in it, and " + faults.getFirst().what());
    };
  }
}
