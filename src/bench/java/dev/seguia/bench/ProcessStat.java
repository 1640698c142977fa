package dev.seguia.bench;

import java.time.Duration;
import java.util.List;

/// One line of `/proc/PID/stat` or `/proc/PID/task/TID/stat`.
///
/// @param name of the process or thread; Linux keeps the first 15 bytes of it
/// @param busy it runs, or waits for a processor or a disk
/// @param cpu in user and in kernel mode
record ProcessStat(String name, boolean busy, Duration cpu) {
  private static final long MILLIS_PER_TICK = 10;

  static ProcessStat parse(String line) {
    // The name is in brackets and may itself hold blanks and brackets.
    var end = line.lastIndexOf(')');
    var name = line.substring(line.indexOf('(') + 1, end);
    var fields = List.of(line.substring(end + 2).split(" ", -1));
    var ticks = Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
    var busy = fields.getFirst().equals("R") || fields.getFirst().equals("D");
    return new ProcessStat(name, busy, Duration.ofMillis(ticks * MILLIS_PER_TICK));
  }
}
