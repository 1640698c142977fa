package dev.seguia.cli;

import dev.seguia.admin.PollReport;
import dev.seguia.admin.ReportPage;
import dev.seguia.admin.SourceReport;
import dev.seguia.admin.TagReport;
import dev.seguia.config.Config;
import dev.seguia.source.Source;
import dev.seguia.store.EntryQuery;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/// Answers the commands that need the store: a daemon that runs on it, or else the store itself.
sealed interface Operator extends AutoCloseable permits DaemonClient, LocalOperator {

  /// The one that answers now.
  ///
  /// @param data the directory that a daemon may be running on
  static Operator of(Config config, List<Source> sources, Path data, InstantSource clock) {
    return DaemonFile.in(data)
        .read()
        .map(url -> new DaemonClient(url, config.http().token()))
        .filter(DaemonClient::isAlive)
        .<Operator>map(client -> client)
        .orElseGet(() -> new LocalOperator(config, sources, data, clock));
  }

  List<SourceReport> sources();

  List<TagReport> tags();

  /// A page of entries, newest first.
  ReportPage entries(EntryQuery query);

  /// Polls a source now.
  PollReport poll(Source source) throws InterruptedException;

  @Override
  void close();
}
