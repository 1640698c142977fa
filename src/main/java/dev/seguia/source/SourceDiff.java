package dev.seguia.source;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The differences between two lists of sources.
///
/// @param moved sources whose tags are others now, as by another folder
/// @param changed sources with the same tags but another title, page or setting
public record SourceDiff(
    List<Source> added, List<Source> removed, List<Change> moved, List<Change> changed) {
  public SourceDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    moved = List.copyOf(moved);
    changed = List.copyOf(changed);
  }

  /// One source, before and after.
  public record Change(Source before, Source after) {}

  public static SourceDiff between(List<Source> before, List<Source> after) {
    var old = byUrl(before);
    var now = byUrl(after);
    var changes =
        after.stream()
            .filter(source -> old.containsKey(source.url()))
            .map(source -> new Change(old.getOrDefault(source.url(), source), source))
            .filter(change -> !change.before().equals(change.after()))
            .collect(
                Collectors.partitioningBy(
                    change -> !change.before().tags().equals(change.after().tags())));
    return new SourceDiff(
        after.stream().filter(source -> !old.containsKey(source.url())).toList(),
        before.stream().filter(source -> !now.containsKey(source.url())).toList(),
        changes.getOrDefault(true, List.of()),
        changes.getOrDefault(false, List.of()));
  }

  private static Map<URI, Source> byUrl(List<Source> sources) {
    var byUrl = new LinkedHashMap<URI, Source>();
    sources.forEach(source -> byUrl.put(source.url(), source));
    return byUrl;
  }

  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && moved.isEmpty() && changed.isEmpty();
  }

  /// As in `2 added, 1 removed, 0 moved, 0 changed`.
  @Override
  public String toString() {
    return "%d added, %d removed, %d moved, %d changed"
        .formatted(added.size(), removed.size(), moved.size(), changed.size());
  }
}
