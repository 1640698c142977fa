package dev.seguia.bench;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a thread of the daemon works on, told by its name as Linux has it: 15 bytes at most.
public enum ThreadKind {
  /// The carriers of virtual threads: polls, and requests while it serves.
  POLLS("ForkJoinPool.*"),
  /// The followers of new entries: stories, related tags, and the search index.
  FOLLOWERS("follow-.*"),
  JIT("C[12] CompilerThre.*"),
  /// The serial collector works in the VM thread.
  GC("VM Thread|GC Thread.*|G1 .*"),
  H2("MVStore.*|H2.*"),
  /// The threads of Jetty that wait for connections and read requests.
  WEB("web-.*"),
  /// All else: start-up, timers, name look-ups, and the virtual machine's own work.
  OTHER(".*");

  private final Pattern names;

  ThreadKind(String names) {
    this.names = Pattern.compile(names);
  }

  static ThreadKind of(String name) {
    for (var kind : values()) if (kind.names.matcher(name).matches()) return kind;
    throw new AssertionError("OTHER fits every name");
  }

  /// As in a table's head.
  String label() {
    return this == JIT || this == GC || this == H2 ? name() : name().toLowerCase(Locale.ROOT);
  }
}
