package dev.seguia.cli;

import dev.seguia.lists.ListStore;
import dev.seguia.source.Source;
import dev.seguia.source.SourceDiff;
import dev.seguia.source.SourceList;
import dev.seguia.source.WebInclude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Watches the settings and the list of sources, with the lists that it includes, and has the
/// daemon take on what changes in them. What is broken is refused loudly, and the last good one
/// stays in force.
final class Reload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

  private final Options options;
  private final Daemon daemon;
  private final ListStore lists;
  private final FileWatch configWatch;
  private final FileWatch opmlWatch;
  private List<Source> sources;
  private final Map<Path, FileWatch> included = new HashMap<>();
  private List<WebInclude> web;
  private final Thread webWatch;
  private volatile boolean closed;

  /// @param lists those on the web
  /// @param list the one in force
  Reload(Options options, Daemon daemon, ListStore lists, SourceList list) {
    this.options = options;
    this.daemon = daemon;
    this.lists = lists;
    this.sources = list.sources();
    this.web = list.web();
    configWatch = new FileWatch(options.config, this::reloadConfig);
    opmlWatch = new FileWatch(options.opml(), this::reloadSources);
    watch(list.files());
    webWatch = Thread.ofVirtual().name("watch lists").start(this::watchWeb);
  }

  private void watchWeb() {
    while (!closed)
      try {
        Thread.sleep(BETWEEN_LOOKS);
        if (daemon.refreshOf(lists).refresh(web())) reloadSources();
      } catch (InterruptedException e) {
        // Also where changed settings ended the requests: they are made again, with the new ones.
      } catch (RuntimeException e) {
        LOG.atError().setCause(e).log("the lists on the web could not be followed");
      }
  }

  private synchronized List<WebInclude> web() {
    return web;
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

  private synchronized void watch(List<Path> lists) {
    for (var file : lists)
      included.computeIfAbsent(file, _ -> new FileWatch(file, this::reloadSources));
  }

  /// The last thing that is done: the watch that brought this about may be among them.
  private synchronized void watchOnly(List<Path> lists) {
    var gone = new ArrayList<>(included.keySet());
    gone.removeAll(lists);
    for (var file : gone) Optional.ofNullable(included.remove(file)).ifPresent(FileWatch::close);
  }

  private synchronized void reloadSources() {
    var list = options.readSources(lists);
    // Also where it is refused: its mending is a change.
    watch(list.files());
    web = list.web();
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
    lists.keepOnly(list.web().stream().map(WebInclude::url).toList());
    watchOnly(list.files());
  }

  private static void refuse(String file, Faults faults) {
    faults.errors().forEach(LOG::error);
    LOG.atError().addKeyValue("file", file).log("refused: the last good one stays in force");
  }

  @Override
  public void close() {
    closed = true;
    webWatch.interrupt();
    watchOnly(List.of());
    configWatch.close();
    opmlWatch.close();
  }
}
