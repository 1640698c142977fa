package dev.seguia.source;

import dev.seguia.opml.Fault;
import dev.seguia.opml.OpmlDocument;
import dev.seguia.opml.OpmlResult;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// The sources of an OPML file, with its faults. A fault in one outline affects at most that one.
///
/// @param sources each URL once, in the order of the file
/// @param files those of the lists that it includes
/// @param web the lists on the web that it includes, whether they are at hand or not
public record SourceList(
    List<Source> sources, List<Fault> faults, List<Path> files, List<WebInclude> web) {
  public SourceList {
    files = List.copyOf(files);
    web = List.copyOf(web);
    sources = List.copyOf(sources);
    faults = List.copyOf(faults);
  }

  private static SourceList of(List<Source> sources, List<Fault> faults) {
    return new SourceList(sources, faults, List.of(), List.of());
  }

  /// Reads a file and the lists that it includes.
  ///
  /// @param web the lists on the web
  public static SourceList read(Path file, WebLists web) {
    return read(file, web, Objections.none());
  }

  /// Reads a file and the lists that it includes.
  ///
  /// @param objections to URLs that are never fetched: a source of one is told, and kept
  public static SourceList read(Path file, WebLists web, Objections objections) {
    return IncludedLists.read(file, web, objections);
  }

  /// The sources of a parsed file, with all faults.
  public static SourceList of(OpmlResult result, String file) {
    return switch (result) {
      case OpmlResult.Unreadable(var faults) -> of(List.of(), faults);
      case OpmlResult.Read(var document, var faults, _) -> {
        var list = of(document, file);
        var all = new ArrayList<>(faults);
        all.addAll(list.faults);
        yield of(list.sources, all);
      }
    };
  }

  /// The sources of a document. Its inclusions are ignored with a warning, since its location is
  /// unknown.
  ///
  /// @param file the name for error messages
  public static SourceList of(OpmlDocument document, String file) {
    var sources = new LinkedHashMap<URI, Source>();
    var reader = new SourceReader(file, sources, false, Objections.none());
    var faults = new ArrayList<>(reader.read(document, List.of()));
    for (var include : reader.includes())
      faults.add(
          Fault.warning(
              file,
              include.line(),
              "an include is not allowed here: " + include.url(),
              "it is ignored"));
    return of(List.copyOf(sources.values()), faults);
  }

  public List<Fault> errors() {
    return faults.stream().filter(Fault::isError).toList();
  }

  public List<Fault> warnings() {
    return faults.stream().filter(fault -> !fault.isError()).toList();
  }
}
