package dev.seguia.cli;

import dev.seguia.admin.EntryActions;
import dev.seguia.admin.Explanation;
import dev.seguia.admin.PollReport;
import dev.seguia.admin.ReportPage;
import dev.seguia.admin.Reports;
import dev.seguia.admin.SourceReport;
import dev.seguia.admin.TagReport;
import dev.seguia.config.Config;
import dev.seguia.daemon.Ingest;
import dev.seguia.daemon.Stores;
import dev.seguia.source.Source;
import dev.seguia.store.entry.EntryQuery;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Works directly on the store, while no daemon is running.
final class LocalOperator implements Operator {
  private static final int PAGE = 500;

  private final Stores stores;
  private final Ingest ingest;
  private final Reports reports;
  private final EntryActions actions;

  /// For a command that polls: creates a store if there is none.
  static LocalOperator polling(
      Config config, List<Source> sources, Path data, InstantSource clock) {
    var stores = Stores.open(config, data, clock);
    stores.sources().list(sources);
    return new LocalOperator(config, sources, stores, clock);
  }

  /// For all other commands: read-only.
  static LocalOperator asking(Config config, List<Source> sources, Path data, InstantSource clock) {
    return new LocalOperator(config, sources, Stores.openThere(config, data, clock), clock);
  }

  private LocalOperator(Config config, List<Source> sources, Stores stores, InstantSource clock) {
    this.stores = stores;
    ingest = Ingest.of(config, stores, clock);
    reports = new Reports(stores.sources(), stores.entries(), () -> sources);
    actions = new EntryActions(stores.entries(), ingest::rules);
  }

  @Override
  public List<SourceReport> sources() {
    return reports.sources();
  }

  @Override
  public List<TagReport> tags() {
    return reports.tags();
  }

  @Override
  public ReportPage entries(EntryQuery query) {
    return reports.entries(query, PAGE);
  }

  @Override
  public Optional<Explanation> explain(String entry) {
    return actions.explain(entry);
  }

  @Override
  public Optional<EntryActions.Split> split(String entry, Optional<String> sourceId) {
    return actions.split(entry, sourceId);
  }

  @Override
  public EntryActions.Applied applyRules(long after) {
    return actions.apply(after);
  }

  @Override
  public PollReport poll(Source source) throws InterruptedException {
    return PollReport.of(source, ingest.poller().poll(source).result());
  }

  @Override
  public void close() {
    ingest.close();
    stores.close();
  }
}
