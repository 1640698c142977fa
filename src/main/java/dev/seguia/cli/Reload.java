package dev.seguia.cli;

import dev.seguia.source.Source;
import dev.seguia.source.SourceDiff;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the settings and the list of sources, and has the daemon take on what changes in them.
/// What is broken is refused loudly, and the last good one stays in force.
final class Reload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);

  private final Options options;
  private final Daemon daemon;
  private final FileWatch configWatch;
  private final FileWatch opmlWatch;
  private List<Source> sources;

  /// @param sources those in force
  Reload(Options options, Daemon daemon, List<Source> sources) {
    this.options = options;
    this.daemon = daemon;
    this.sources = List.copyOf(sources);
    configWatch = new FileWatch(options.config, this::reloadConfig);
    opmlWatch = new FileWatch(options.opml(), this::reloadSources);
  }

  private void reloadConfig() {
    var result = options.readConfig();
    var faults = Faults.of(result);
    if (faults.areErrors()) {
      refuse(options.config.toString(), faults);
      return;
    }
    try {
      Faults.config(result).ifPresent(daemon::apply);
    } catch (DaemonException e) {
      refuse(options.config.toString(), new Faults(List.of(e.getMessage()), List.of()));
      return;
    }
    LOG.atInfo().addKeyValue("file", options.config).log("settings applied");
  }

  private void reloadSources() {
    var list = options.readSources();
    var faults = Faults.of(list);
    if (faults.areErrors()) {
      refuse(options.opml().toString(), faults);
      return;
    }
    faults.warnings().forEach(LOG::warn);
    var diff = SourceDiff.between(sources, list.sources());
    sources = list.sources();
    daemon.apply(sources);
    LOG.atInfo().addKeyValue("file", options.opml()).log("sources applied: {}", diff);
  }

  private static void refuse(String file, Faults faults) {
    faults.errors().forEach(LOG::error);
    LOG.atError().addKeyValue("file", file).log("refused: the last good one stays in force");
  }

  @Override
  public void close() {
    configWatch.close();
    opmlWatch.close();
  }
}
