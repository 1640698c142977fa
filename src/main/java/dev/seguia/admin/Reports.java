package dev.seguia.admin;

import dev.seguia.source.Source;
import dev.seguia.store.EntryStore;
import dev.seguia.store.SourceStates;
import dev.seguia.store.entry.EntryQuery;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The reports for the operator.
public final class Reports {
  private final SourceStates sources;
  private final EntryStore entries;
  private final Supplier<List<Source>> listed;

  /// @param listed the sources that are in the OPML file now
  public Reports(SourceStates sources, EntryStore entries, Supplier<List<Source>> listed) {
    this.sources = sources;
    this.entries = entries;
    this.listed = listed;
  }

  /// All sources in the store, by title, then those of the list that were never polled.
  public List<SourceReport> sources() {
    Map<String, Source> byId =
        listed.get().stream()
            .collect(Collectors.toMap(Source::id, Function.identity(), (one, _) -> one));
    var known = sources.statuses();
    var seen = known.stream().map(status -> status.source().id()).collect(Collectors.toSet());
    return Stream.concat(
            known.stream()
                .map(status ->
                    SourceReport.of(status, Optional.ofNullable(byId.get(status.source().id())))),
            listed.get().stream()
                .filter(source -> seen.add(source.id()))
                .map(SourceReport::ofUnseen))
        .toList();
  }

  /// All tags in use, those with most entries first.
  public List<TagReport> tags() {
    return entries.tags().stream().map(TagReport::of).toList();
  }

  /// Entries, a page at a time, newest first.
  public ReportPage entries(EntryQuery query, int limit) {
    var page = entries.page(query, limit);
    return new ReportPage(
        page.entries().stream().map(EntryReport::of).toList(),
        page.last().map(EntryQuery.Place::toString));
  }
}
