package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import dev.seguia.opml.Fault;
import dev.seguia.opml.Opml;
import dev.seguia.opml.OpmlResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a list of sources and the lists that it includes, each before those in it, and all files
/// before lists on the web: the user's own lists take precedence.
final class IncludedLists {
  /// Limit: levels of lists in lists; deeper ones are not read, with a warning.
  private static final int DEEPEST = 3;

  /// Limit: included lists in all; further ones are not read, with a warning.
  private static final int MOST = 100;

  /// Limit: sources in all lists by others together; further ones are ignored, with a warning.
  ///
  /// Sources that all lists on the web together may bring.
  private static final int MOST_SOURCES = 5_000;

  /// Limit: warnings for each list by others; further ones are only counted.
  ///
  /// How many faults of a list on the web are reported: others have to correct them.
  private static final int MOST_FAULTS = 5;

  private final WebLists web;
  private final Objections objections;
  private final Map<URI, Source> sources = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final Map<URI, WebInclude> wanted = new LinkedHashMap<>();
  private final Deque<Inclusion> waiting = new ArrayDeque<>();
  private final Deque<Inclusion> waitingOnTheWeb = new ArrayDeque<>();
  private final Map<ListPlace, Integer> faultsOf = new LinkedHashMap<>();
  private int read;
  private int brought;

  private IncludedLists(WebLists web, Objections objections) {
    this.web = web;
    this.objections = objections;
  }

  /// A list that is to be read.
  ///
  /// @param by the list that includes it
  /// @param above all lists around it, the outermost first
  private record Inclusion(ListPlace by, ListPlace place, Include include, List<ListPlace> above) {
    boolean isCircle() {
      return above.stream().anyMatch(list -> !Collections.disjoint(list.keys(), place.keys()));
    }
  }

  static SourceList read(Path file, WebLists web, Objections objections) {
    var lists = new IncludedLists(web, objections);
    switch (Opml.read(file)) {
      case OpmlResult.Unreadable(var faults) -> lists.faults.addAll(faults);
      case OpmlResult.Read whole ->
          lists.take(whole, ListPlace.Local.of(file), List.of(), List.of());
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
    faultsOf.forEach(this::tellOfRest);
  }

  private void take(
      OpmlResult.Read result,
      ListPlace.Local place,
      List<EntryTag> folders,
      List<ListPlace> above) {
    faults.addAll(result.faults());
    var reader = new SourceReader(place.name(), sources, false, objections);
    faults.addAll(reader.read(result.document(), folders));
    includeAll(reader.includes(), place, above);
  }

  private void includeAll(List<Include> includes, ListPlace by, List<ListPlace> above) {
    var way = new ArrayList<>(above);
    way.add(by);
    for (var include : includes) include(include, by, way);
  }

  private void include(Include include, ListPlace by, List<ListPlace> above) {
    var place = by.included(include.url());
    if (place.isPresent()) {
      var inclusion = new Inclusion(by, place.get(), include, above);
      (place.get() instanceof ListPlace.Web ? waitingOnTheWeb : waiting).addLast(inclusion);
      return;
    }
    tell(
        by,
        switch (by) {
          case ListPlace.Local _ ->
              Fault.error(
                  by.name(),
                  include.line(),
                  "url is not a file name: " + include.url(),
                  "write the name of a list");
          case ListPlace.Web _ ->
              Fault.warning(
                  by.name(),
                  include.line(),
                  "a list on the web may include only other lists on the web, not " + include.url(),
                  "it is ignored");
        });
  }

  private void read(Inclusion inclusion) {
    var url = inclusion.include().url();
    if (inclusion.isCircle())
      warn(inclusion, "this list includes itself: " + url, "it is read once");
    else if (inclusion.above().size() > DEEPEST)
      warn(
          inclusion,
          "lists may be nested %d deep, and %s is deeper".formatted(DEEPEST, url),
          "include it at a higher level");
    else if (read == MOST) leaveOutTheRest(inclusion);
    else {
      read++;
      switch (inclusion.place()) {
        case ListPlace.Local local -> read(inclusion, local);
        case ListPlace.Web there -> read(inclusion, there);
      }
    }
  }

  private void leaveOutTheRest(Inclusion first) {
    var rest = 1 + waiting.size() + waitingOnTheWeb.size();
    warn(
        first,
        "more than %d lists are included: %d are ignored".formatted(MOST, rest),
        "merge some of them");
    waiting.clear();
    waitingOnTheWeb.clear();
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
    holding.trouble().ifPresent(reason -> tellOfTrouble(inclusion, place, holding, reason));
    if (holding.copy().isPresent()) read(inclusion, place, holding.copy().get());
    else if (holding.trouble().isEmpty() && inclusion.by() instanceof ListPlace.Local)
      warn(
          inclusion,
          "there is no local copy yet of the list " + place.name(),
          "run and poll fetch it, and check --fetch tries");
  }

  private void tellOfTrouble(
      Inclusion inclusion, ListPlace.Web place, WebLists.Holding holding, String reason) {
    warn(
        inclusion,
        "the list %s could not be fetched: %s".formatted(place.name(), reason),
        holding.copy().isPresent() ? "the last good copy is used" : "its sources are missing");
  }

  private void read(Inclusion inclusion, ListPlace.Web place, WebLists.Copy copy) {
    if (place.byStranger() && !copy.isPublic()) {
      warn(
          inclusion,
          "a list on the web has a source in a private network: " + place.name(),
          "include it in a list of your own");
      return;
    }
    var there = new ListPlace.Web(place.url(), copy.location(), copy.isPublic());
    switch (Opml.read(copy.document(), place.name())) {
      case OpmlResult.Unreadable(var reasons) -> reasons.forEach(reason -> tell(there, reason));
      case OpmlResult.Read whole -> take(inclusion, there, whole);
    }
  }

  private void take(Inclusion inclusion, ListPlace.Web place, OpmlResult.Read result) {
    var found = new LinkedHashMap<URI, Source>();
    var reader = new SourceReader(place.name(), found, place.byStranger(), objections);
    result.faults().forEach(fault -> tell(place, fault));
    reader
        .read(result.document(), inclusion.include().folders())
        .forEach(fault -> tell(place, fault));
    var leftOut = found.values().stream().filter(source -> !add(source)).count();
    if (leftOut > 0)
      warn(
          inclusion,
          "lists on the web may have %d sources in all, and %s has %d more"
              .formatted(MOST_SOURCES, place.name(), leftOut),
          "these are ignored");
    includeAll(reader.includes(), place, inclusion.above());
  }

  /// Whether there was room for it.
  private boolean add(Source source) {
    if (!sources.containsKey(source.url()) && brought++ >= MOST_SOURCES) return false;
    sources.merge(source.url(), source, Source::with);
    return true;
  }

  private void warn(Inclusion inclusion, String what, String mend) {
    var by = inclusion.by();
    tell(by, Fault.warning(by.name(), inclusion.include().line(), what, mend));
  }

  /// Of a list on the web as a warning: a stranger must not keep the daemon from starting, nor fill
  /// its log.
  private void tell(ListPlace by, Fault fault) {
    switch (by) {
      case ListPlace.Local _ -> faults.add(fault);
      case ListPlace.Web _ -> {
        if (faultsOf.merge(by, 1, Integer::sum) <= MOST_FAULTS) faults.add(fault.asWarning());
      }
    }
  }

  private void tellOfRest(ListPlace place, int all) {
    if (all > MOST_FAULTS)
      faults.add(
          Fault.warning(
              place.name(),
              0,
              "%d more faults".formatted(all - MOST_FAULTS),
              "report them to the maintainer of the list"));
  }
}
