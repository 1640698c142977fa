package dev.seguia.opml;

import dev.seguia.charsets.CharsetDetector;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Parses OPML (versions 1 and 2, as every reader exports it) and writes it.
///
/// A list that is not well-formed XML is read anyway, with a warning. What is read can be written
/// again without a loss: attributes in their order, foreign ones with their namespaces, unknown
/// elements.
public final class Opml {
  /// Limit: size of a list of sources; a larger file is an error.
  private static final int LARGEST = 32 << 20;

  private Opml() {}

  /// Parses a file.
  public static OpmlResult read(Path file) {
    try {
      if (isPipe(file)) return unreadable(file.toString(), "not a regular file", "name a file");
      if (Files.size(file) > LARGEST) return unreadable(file.toString(), TOO_LARGE, "split it");
      return read(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      return unreadable(file.toString(), "no such file", "create it, or name another");
    } catch (AccessDeniedException e) {
      var what = "no permission to read the file";
      return unreadable(file.toString(), what, "give this user read permission");
    } catch (IOException e) {
      var what = Files.isDirectory(file) ? "this is a directory" : "it cannot be read: " + e;
      return unreadable(file.toString(), what, "name a file that can be read");
    }
  }

  /// Reading one would wait for ever. What a shell hands over, below `/dev`, has its writer.
  private static boolean isPipe(Path file) {
    var isHandedOver = file.startsWith("/dev") || file.startsWith("/proc");
    return !isHandedOver
        && Files.exists(file)
        && !Files.isRegularFile(file)
        && !Files.isDirectory(file);
  }

  private static final String TOO_LARGE = "the file is larger than 32 MB";

  /// Parses a document.
  ///
  /// @param file the name for error messages
  public static OpmlResult read(byte[] bytes, String file) {
    if (bytes.length > LARGEST) return unreadable(file, TOO_LARGE, "split it");
    var tree = new TreeBuilder();
    var refusal = StrictReader.read(bytes, tree);
    if (refusal.isEmpty()) return result(tree, List.of(), file);
    var lenient = new TreeBuilder();
    var text = CharsetDetector.decode(bytes, Optional.empty()).text();
    LenientReader.read(text, lenient);
    return result(lenient, List.of(fault(refusal.get(), lenient, text, file)), file);
  }

  private static Fault fault(
      StrictReader.Refusal refusal, TreeBuilder tree, String text, String file) {
    if (tree.isCut())
      return Fault.error(
          file,
          (int) text.stripTrailing().lines().count(),
          "the list is truncated, so sources may be missing",
          "save the whole file again, or end it with </opml>");
    var what = "not well-formed XML: " + refusal.reason();
    return Fault.warning(file, refusal.line(), what, "read up to the error");
  }

  private static OpmlResult result(TreeBuilder tree, List<Fault> warnings, String file) {
    if (tree.root().isEmpty()) {
      var what = tree.otherRoot().map(root -> ", but begins with <" + root + ">").orElse("");
      return unreadable(file, "not an OPML document" + what, "name a file that begins with <opml>");
    }
    var faults = new ArrayList<>(warnings);
    faults.addAll(tree.faults(file));
    var document = new OpmlDocument(Prefixes.declared(tree.root().get()));
    if (!tree.isCut() && !document.hasBody())
      faults.add(
          Fault.error(
              file,
              document.root().line(),
              "the list has no <body>, which OPML 2.0 requires",
              "put the outlines in <body>"));
    return new OpmlResult.Read(document, faults, tree.isCut());
  }

  private static OpmlResult unreadable(String file, String what, String mend) {
    return new OpmlResult.Unreadable(List.of(Fault.error(file, 0, what, mend)));
  }

  /// Writes one outline, for use in a document.
  public static String write(Outline outline) {
    return IndentedXml.part(outline.element());
  }

  /// The document as well-formed XML, to be stored as UTF-8.
  public static String write(OpmlDocument document) {
    return IndentedXml.write(document.root());
  }
}
