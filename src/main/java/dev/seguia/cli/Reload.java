package dev.seguia.cli;

import dev.seguia.daemon.Daemon;
import dev.seguia.daemon.DaemonException;
import dev.seguia.daemon.FileWatch;
import dev.seguia.lists.ListStore;
import dev.seguia.source.Source;
import dev.seguia.source.SourceDiff;
import dev.seguia.source.SourceList;
import dev.seguia.source.WebInclude;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Hot reload: watches the settings and the list of sources, with the lists that it includes, and
/// applies changes to the daemon. An invalid file is logged as an error, and the previous version
/// stays in effect.
final class Reload implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Reload.class);
  private static final int MANY_SOURCES = 4;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
  private static final Duration AFTER_A_FAULT = Duration.ofSeconds(30);

  private final Options options;
  private final Daemon daemon;
  private final ListStore lists;
  private final FileWatch configWatch;
  private final FileWatch opmlWatch;
  private List<Source> sources;
  private final Map<Path, FileWatch> included = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private List<WebInclude> web;
  private final Thread webWatch;

  /// The list on the disk is broken, and the last good one in force.
  private boolean isRefused;

  private boolean closed;

  /// @param lists those on the web
  /// @param list the one in force
  Reload(Options options, Daemon daemon, ListStore lists, SourceList list) {
    this.options = options;
    this.daemon = daemon;
    this.lists = lists;
    this.sources = list.sources();
    this.web = list.web();
    told.addAll(SetupFaults.of(list).warnings());
    lists.keepOnly(web.stream().map(WebInclude::url).toList());
    configWatch = new FileWatch(options.config, this::reloadConfig);
    opmlWatch = new FileWatch(options.opml(), this::reloadSources);
    watch(list.files());
    webWatch = Thread.ofVirtual().name("watch lists").start(this::watchWeb);
  }

  private void watchWeb() {
    var seen = lists.revision();
    var pause = BETWEEN_LOOKS;
    while (!isClosed())
      try {
        refreshWeb(pause);
        var now = lists.revision();
        if (now != seen) reloadSources();
        seen = now;
        pause = BETWEEN_LOOKS;
      } catch (RuntimeException e) {
        LOG.atError().setCause(e).log("applying the included web lists failed; will retry");
        pause = AFTER_A_FAULT;
      }
  }

  private void refreshWeb(Duration pause) {
    try {
      Thread.sleep(pause);
      daemon.refreshOf(lists).refresh(web());
    } catch (InterruptedException e) {
      // Also where changed settings ended the requests: they are made again, with the new ones.
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  private synchronized List<WebInclude> web() {
    return web;
  }

  /// Applies the current files, whether they look changed or not.
  void readAgain() {
    LOG.info("reloading the settings and the list of sources (SIGHUP)");
    reloadConfig();
    reloadSources();
  }

  private synchronized void reloadConfig() {
    if (closed) return;
    var result = options.readConfig();
    var faults = SetupFaults.of(result);
    if (faults.areErrors()) {
      refuse(options.config.toString(), faults);
      return;
    }
    var before = daemon.config();
    try {
      SetupFaults.config(result).ifPresent(daemon::apply);
    } catch (DaemonException e) {
      refuse(options.config.toString(), new SetupFaults(List.of(e.getMessage()), List.of()));
      return;
    }
    var changed = daemon.config().changedSince(before);
    if (changed.isEmpty())
      LOG.atDebug().addKeyValue("file", options.config).log("settings unchanged");
    else
      LOG.atInfo()
          .addKeyValue("file", options.config)
          .addKeyValue("changed", String.join(", ", changed))
          .log("settings applied");
    options.advice(result).forEach(LOG::warn);
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
    if (closed) return;
    var list = options.readSources(lists);
    // Also where it is refused: its mending is a change.
    watch(list.files());
    var faults = SetupFaults.of(list);
    if (faults.areErrors()) {
      isRefused = true;
      refuse(options.opml().toString(), faults);
      return;
    }
    var wasRefused = isRefused;
    isRefused = false;
    web = list.web();
    tellNew(faults.warnings());
    var diff = SourceDiff.between(sources, list.sources());
    var before = sources.size();
    sources = list.sources();
    daemon.apply(sources);
    tell(diff, before, wasRefused);
    watchOnly(list.files());
  }

  private void tell(SourceDiff diff, int before, boolean wasRefused) {
    var file = options.opml();
    if (diff.isEmpty())
      (wasRefused ? LOG.atInfo() : LOG.atDebug())
          .addKeyValue("file", file)
          .log(
              wasRefused
                  ? "list of sources is valid again: sources unchanged"
                  : "sources unchanged");
    else if (removesMost(diff, before))
      LOG.atWarn()
          .addKeyValue("file", file)
          .log("sources applied: {}; most of the previous {} sources were removed", diff, before);
    else LOG.atInfo().addKeyValue("file", file).log("sources applied: {}", diff);
  }

  /// A list that lost most of its sources is applied, but may be a mistake.
  private static boolean removesMost(SourceDiff diff, int before) {
    return before >= MANY_SOURCES && 2 * diff.removed().size() > before;
  }

  /// Logs new warnings only: lists on the web cause frequent reloads.
  private void tellNew(List<String> warnings) {
    warnings.stream().filter(warning -> !told.contains(warning)).forEach(LOG::warn);
    told.clear();
    told.addAll(warnings);
  }

  private static void refuse(String file, SetupFaults faults) {
    faults.errors().forEach(LOG::error);
    LOG.atError().addKeyValue("file", file).log("invalid file: keeping the previous version");
  }

  /// Nothing is applied any more when this returns. A change that is just being applied is not
  /// interrupted: an interrupt there would close the store's file.
  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      webWatch.interrupt();
      watchOnly(List.of());
      configWatch.close();
      opmlWatch.close();
    }
    try {
      webWatch.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
