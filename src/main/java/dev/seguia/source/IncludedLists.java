package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a list of sources and the lists that it includes, each before those in it, and all files
/// before what lies on the web: what the user's own lists say of a source goes before what others
/// say.
final class IncludedLists {
  private static final int DEEPEST = 3;
  private static final int MOST = 100;

  /// Sources that one list on the web may bring.
  private static final int MOST_SOURCES = 5_000;

  /// Faults of a list on the web that are told: they are another's to mend.
  private static final int MOST_FAULTS = 5;

  private final WebLists web;
  private final Map<URI, Source> sources = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final Map<URI, WebInclude> wanted = new LinkedHashMap<>();
  private final Deque<Inclusion> waiting = new ArrayDeque<>();
  private final Deque<Inclusion> waitingOnTheWeb = new ArrayDeque<>();
  private int read;

  private IncludedLists(WebLists web) {
    this.web = web;
  }

  /// A list that is to be read.
  ///
  /// @param by the list that includes it
  /// @param above the keys of all lists around it, the outermost first
  private record Inclusion(ListPlace by, ListPlace place, Include include, List<Object> above) {}

  static SourceList read(Path file, WebLists web) {
    var lists = new IncludedLists(web);
    switch (Opml.read(file)) {
      case OpmlResult.Unreadable(var faults) -> lists.faults.addAll(faults);
      case OpmlResult.Read whole ->
          lists.take(whole, new ListPlace.Local(file), List.of(), List.of());
    }
    lists.readAll();
    return new SourceList(
        List.copyOf(lists.sources.values()),
        lists.faults,
        List.copyOf(lists.files),
        List.copyOf(lists.wanted.values()));
  }

  private void readAll() {
    while (!waiting.isEmpty() || !waitingOnTheWeb.isEmpty())
      read(waiting.isEmpty() ? waitingOnTheWeb.removeFirst() : waiting.removeFirst());
  }

  private void take(
      OpmlResult.Read result, ListPlace.Local place, List<EntryTag> folders, List<Object> above) {
    faults.addAll(result.faults());
    var reader = new SourceReader(place.name(), sources, false);
    faults.addAll(reader.read(result.document(), folders));
    includeAll(reader.includes(), place, above);
  }

  private void includeAll(List<Include> includes, ListPlace by, List<Object> above) {
    var way = new ArrayList<>(above);
    way.add(by.key());
    for (var include : includes) include(include, by, way);
  }

  private void include(Include include, ListPlace by, List<Object> above) {
    var place = by.included(include.url());
    if (place.isPresent()) {
      var inclusion = new Inclusion(by, place.get(), include, above);
      (place.get() instanceof ListPlace.Web ? waitingOnTheWeb : waiting).addLast(inclusion);
      return;
    }
    switch (by) {
      case ListPlace.Local _ ->
          faults.add(
              Fault.error(
                  by.name(),
                  include.line(),
                  "url is no name of a file: " + include.url(),
                  "write that of a list"));
      case ListPlace.Web _ ->
          faults.add(
              Fault.warning(
                  by.name(),
                  include.line(),
                  "a list on the web includes others on the web only, not " + include.url(),
                  "it is left out"));
    }
  }

  private void read(Inclusion inclusion) {
    var url = inclusion.include().url();
    if (inclusion.above().contains(inclusion.place().key()))
      warn(inclusion, "this list includes itself: " + url, "it is read once");
    else if (inclusion.above().size() > DEEPEST)
      warn(
          inclusion,
          "lists are read %d deep, and %s is deeper".formatted(DEEPEST, url),
          "include it further up");
    else if (read == MOST)
      warn(inclusion, "more than " + MOST + " lists are included", "put some of them together");
    else {
      read++;
      switch (inclusion.place()) {
        case ListPlace.Local local -> read(inclusion, local);
        case ListPlace.Web there -> read(inclusion, there);
      }
    }
  }

  private void read(Inclusion inclusion, ListPlace.Local place) {
    files.add(place.file());
    switch (Opml.read(place.file())) {
      case OpmlResult.Unreadable(var reasons) ->
          reasons.forEach(reason ->
              faults.add(
                  Fault.error(
                      inclusion.by().name(),
                      inclusion.include().line(),
                      "the included list %s: %s"
                          .formatted(inclusion.include().url(), reason.what()),
                      reason.mend())));
      case OpmlResult.Read whole ->
          take(whole, place, inclusion.include().folders(), inclusion.above());
    }
  }

  private void read(Inclusion inclusion, ListPlace.Web place) {
    var include = new WebInclude(place.url(), place.byStranger());
    wanted.merge(
        place.url(),
        include,
        (one, other) -> new WebInclude(place.url(), one.byStranger() && other.byStranger()));
    var holding = web.of(place.url());
    holding
        .trouble()
        .ifPresent(reason ->
            warn(
                inclusion,
                "the list %s could not be had: %s".formatted(place.name(), reason),
                holding.copy().isPresent()
                    ? "the last good copy counts"
                    : "its sources are missing"));
    if (holding.copy().isPresent()) read(inclusion, place, holding.copy().get());
    else if (holding.trouble().isEmpty())
      warn(
          inclusion,
          "there is no copy yet of the list " + place.name(),
          "run and poll bring one, and check --fetch tries");
  }

  private void read(Inclusion inclusion, ListPlace.Web place, WebLists.Copy copy) {
    if (place.byStranger() && !copy.isPublic()) {
      warn(
          inclusion,
          "a list on the web leads into a private network: " + place.name(),
          "include it in a list of your own");
      return;
    }
    var there = new ListPlace.Web(place.url(), copy.location(), copy.isPublic());
    switch (Opml.read(copy.document(), place.name())) {
      case OpmlResult.Unreadable(var reasons) -> tell(reasons, there);
      case OpmlResult.Read whole -> take(inclusion, there, whole);
    }
  }

  private void take(Inclusion inclusion, ListPlace.Web place, OpmlResult.Read result) {
    var found = new LinkedHashMap<URI, Source>();
    var reader = new SourceReader(place.name(), found, place.byStranger());
    var told = new ArrayList<>(result.faults());
    told.addAll(reader.read(result.document(), inclusion.include().folders()));
    tell(told, place);
    found.values().stream().limit(MOST_SOURCES).forEach(this::add);
    if (found.size() > MOST_SOURCES)
      warn(
          inclusion,
          "%s names %d sources".formatted(place.name(), found.size()),
          "%d of them are taken".formatted(MOST_SOURCES));
    includeAll(reader.includes(), place, inclusion.above());
  }

  private void add(Source source) {
    sources.merge(source.url(), source, Source::with);
  }

  /// As warnings: a stranger must not keep the daemon from starting.
  private void tell(List<Fault> all, ListPlace place) {
    all.stream().limit(MOST_FAULTS).map(Fault::asWarning).forEach(faults::add);
    if (all.size() > MOST_FAULTS)
      faults.add(
          Fault.warning(
              place.name(),
              0,
              "%d more faults".formatted(all.size() - MOST_FAULTS),
              "tell those who keep the list"));
  }

  private void warn(Inclusion inclusion, String what, String mend) {
    faults.add(Fault.warning(inclusion.by().name(), inclusion.include().line(), what, mend));
  }
}
