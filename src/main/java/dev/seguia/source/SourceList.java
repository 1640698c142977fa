package dev.seguia.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The sources that an OPML file names, and what is wrong with it. A fault in one outline costs
/// that one at most: the others are here.
///
/// @param sources each URL once, in the order of the file
public record SourceList(List<Source> sources, List<Fault> faults) {
  public SourceList {
    sources = List.copyOf(sources);
    faults = List.copyOf(faults);
  }

  /// Reads a file.
  public static SourceList read(Path file) {
    return of(Opml.read(file), file.toString());
  }

  /// The sources of what was read, with the faults of the reading among the others.
  public static SourceList of(OpmlResult result, String file) {
    return switch (result) {
      case OpmlResult.Unreadable(var faults) -> new SourceList(List.of(), faults);
      case OpmlResult.Read(var document, var faults) -> {
        var list = of(document, file);
        var all = new ArrayList<>(faults);
        all.addAll(list.faults);
        yield new SourceList(list.sources, all);
      }
    };
  }

  /// The sources of a document.
  ///
  /// @param file the name that faults are told with
  public static SourceList of(OpmlDocument document, String file) {
    return new SourceReader(file).read(document);
  }

  public List<Fault> errors() {
    return faults.stream().filter(Fault::isError).toList();
  }

  public List<Fault> warnings() {
    return faults.stream().filter(fault -> !fault.isError()).toList();
  }
}
