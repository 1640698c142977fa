package dev.seguia.source;

import dev.seguia.feed.EntryTag;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads a list of sources and the lists that it includes, each before those in it: what the user's
/// own list says of a source goes before what others say.
final class IncludedLists {
  private static final int DEEPEST = 3;
  private static final int MOST = 100;

  private final Map<URI, Source> sources = new LinkedHashMap<>();
  private final List<Fault> faults = new ArrayList<>();
  private final Set<Path> files = new LinkedHashSet<>();
  private final Deque<Inclusion> waiting = new ArrayDeque<>();
  private int read;

  private IncludedLists() {}

  /// A list that is to be read.
  ///
  /// @param name that faults are told with
  /// @param above the lists that it is included by, the outermost first
  private record Inclusion(Path file, Include include, String name, List<Path> above) {}

  static SourceList read(Path file) {
    var lists = new IncludedLists();
    switch (Opml.read(file)) {
      case OpmlResult.Unreadable(var faults) -> lists.faults.addAll(faults);
      case OpmlResult.Read whole -> lists.take(whole, file, List.of(), List.of());
    }
    while (!lists.waiting.isEmpty()) lists.read(lists.waiting.removeFirst());
    return new SourceList(
        List.copyOf(lists.sources.values()), lists.faults, List.copyOf(lists.files));
  }

  private void take(OpmlResult.Read result, Path file, List<EntryTag> folders, List<Path> above) {
    faults.addAll(result.faults());
    var reader = new SourceReader(file.toString(), sources);
    faults.addAll(reader.read(result.document(), folders));
    var way = new ArrayList<>(above);
    way.add(real(file));
    for (var include : reader.includes())
      waiting.addLast(new Inclusion(file, include, file.toString(), way));
  }

  private void read(Inclusion inclusion) {
    var include = inclusion.include();
    if (include.isOnTheWeb()) {
      warn(inclusion, "lists on the web are not read yet: " + include.url(), "it is left out");
      return;
    }
    var file = include.file(inclusion.file());
    if (file.isEmpty()) {
      error(inclusion, "url is no name of a file: " + include.url(), "write that of a list");
      return;
    }
    if (inclusion.above().contains(real(file.get())))
      warn(inclusion, "this list includes itself: " + include.url(), "it is read once");
    else if (inclusion.above().size() > DEEPEST)
      warn(
          inclusion,
          "lists are read %d deep, and %s is deeper".formatted(DEEPEST, include.url()),
          "include it further up");
    else if (read == MOST)
      warn(inclusion, "more than " + MOST + " lists are included", "put some of them together");
    else read(inclusion, file.get());
  }

  private void read(Inclusion inclusion, Path file) {
    read++;
    files.add(file);
    switch (Opml.read(file)) {
      case OpmlResult.Unreadable(var reasons) ->
          reasons.forEach(reason ->
              error(
                  inclusion,
                  "the included list %s: %s".formatted(inclusion.include().url(), reason.what()),
                  reason.mend()));
      case OpmlResult.Read whole ->
          take(whole, file, inclusion.include().folders(), inclusion.above());
    }
  }

  /// Of a file that is not there its name has to do.
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }

  private void error(Inclusion inclusion, String what, String mend) {
    faults.add(Fault.error(inclusion.name(), inclusion.include().line(), what, mend));
  }

  private void warn(Inclusion inclusion, String what, String mend) {
    faults.add(Fault.warning(inclusion.name(), inclusion.include().line(), what, mend));
  }
}
