package dev.seguia.cli;

import dev.seguia.admin.EntryActions;
import dev.seguia.admin.Explanation;
import dev.seguia.admin.PollReport;
import dev.seguia.admin.ReportPage;
import dev.seguia.admin.SourceReport;
import dev.seguia.admin.TagReport;
import dev.seguia.config.Config;
import dev.seguia.daemon.DaemonFile;
import dev.seguia.daemon.DataDirectory;
import dev.seguia.source.Source;
import dev.seguia.store.entry.EntryQuery;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Executes the commands that need the store: through a running daemon, or directly.
sealed interface Operator extends AutoCloseable permits DaemonClient, LocalOperator {

  /// The running daemon, or else the local store.
  ///
  /// @param data the directory that a daemon may be running on
  static Operator of(Config config, List<Source> sources, Path data, InstantSource clock) {
    return daemon(config, data)
        .<Operator>map(client -> client)
        .orElseGet(() -> LocalOperator.asking(config, sources, data, clock));
  }

  /// The running daemon, or else the local store, created if there is none.
  static Operator polling(Config config, List<Source> sources, Path data, InstantSource clock) {
    return daemon(config, data)
        .<Operator>map(client -> client)
        .orElseGet(() -> LocalOperator.polling(config, sources, data, clock));
  }

  /// Whether there is a daemon, or a store, that knows sources without their list.
  static boolean knowsSources(Config config, Path data) {
    return config.store().url().isPresent()
        || DataDirectory.holdsStore(data)
        || isRunning(config, data);
  }

  /// Whether a daemon runs on a data directory.
  static boolean isRunning(Config config, Path data) {
    var daemon = daemon(config, data);
    daemon.ifPresent(DaemonClient::close);
    return daemon.isPresent();
  }

  private static Optional<DaemonClient> daemon(Config config, Path data) {
    var file = DaemonFile.in(data);
    return file.read()
        .map(url -> new DaemonClient(url, file.readKey().or(config.http()::token)))
        .filter(DaemonClient::isAlive);
  }

  List<SourceReport> sources();

  List<TagReport> tags();

  /// A page of entries, newest first.
  ReportPage entries(EntryQuery query);

  /// Explains an entry; empty if there is none of that name.
  Optional<Explanation> explain(String entry);

  /// Takes a merged entry apart; empty if there is none of that name.
  ///
  /// @param sourceId of the source whose copy leaves; all but the first leave if absent
  Optional<EntryActions.Split> split(String entry, Optional<String> sourceId);

  /// Applies the rules to some of the stored entries.
  ///
  /// @param after as the step before told; -1 at the beginning
  EntryActions.Applied applyRules(long after);

  /// Polls a source now.
  PollReport poll(Source source) throws InterruptedException;

  @Override
  void close();
}
