package dev.seguia.opml;

import dev.seguia.opml.Node.Characters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Builds a tree from parsing events. Its depth is limited, so that it can be walked by recursion,
/// and so is its size.
final class TreeBuilder {
  /// Limit: levels of elements in a list of sources; deeper outlines are an error.
  ///
  /// Of elements in one another. No one files sources in sixty folders.
  static final int DEEPEST = 64;

  /// Limit: elements in a list of sources; the rest is ignored, with an error.
  ///
  /// Of elements in a document.
  static final int MOST = 200_000;

  private final Deque<Open> open = new ArrayDeque<>();
  private Optional<Element> root = Optional.empty();
  private Optional<String> otherRoot = Optional.empty();
  private int count;
  private int skipped;
  private int firstTooDeep;
  private boolean tooMany;
  private boolean cut;

  /// An open element.
  ///
  /// @param text what stands after the last element in it
  private record Open(
      String name, List<Attribute> attributes, List<Node> content, StringBuilder text, int line) {
    Open(String name, List<Attribute> attributes, int line) {
      this(name, attributes, new ArrayList<>(), new StringBuilder(), line);
    }

    void add(Element child) {
      endText();
      content.add(child);
    }

    Element close() {
      endText();
      return new Element(name, attributes, tidy(content), line);
    }

    private void endText() {
      if (!text.isEmpty()) content.add(new Characters(text.toString()));
      text.setLength(0);
    }

    /// Leaves out the white space that breaks lines for the eye only.
    private static List<Node> tidy(List<Node> content) {
      if (!content.stream().allMatch(Open::isForTheEye)) return content;
      return content.stream().filter(Element.class::isInstance).toList();
    }

    private static boolean isForTheEye(Node node) {
      return switch (node) {
        case Characters(var text) -> text.isBlank();
        case Element element -> true;
      };
    }
  }

  void start(String name, List<Attribute> attributes, int line) {
    if (isDone()) return;
    if (open.isEmpty() && !isOpml(name)) {
      if (otherRoot.isEmpty()) otherRoot = Optional.of(name);
      return;
    }
    if (skipped > 0 || !fits(line)) skipped++;
    else open.push(new Open(name, attributes, line));
  }

  private static boolean isOpml(String name) {
    return name.substring(name.indexOf(':') + 1).equalsIgnoreCase("opml");
  }

  private boolean fits(int line) {
    tooMany |= ++count > MOST;
    if (open.size() >= DEEPEST && firstTooDeep == 0) firstTooDeep = Math.max(1, line);
    return open.size() < DEEPEST && !tooMany;
  }

  void characters(String text) {
    if (!open.isEmpty() && skipped == 0) open.element().text().append(text);
  }

  /// Ends the innermost element of that name, and all within it that were left open. An end without
  /// a beginning means nothing.
  void end(String name) {
    if (skipped > 0) skipped--;
    else if (open.stream().anyMatch(element -> element.name().equalsIgnoreCase(name))) {
      var ended = pop();
      while (!ended.equalsIgnoreCase(name)) ended = pop();
    }
  }

  /// Ends all that is still open: the document was cut off.
  void finish() {
    cut = !open.isEmpty();
    while (!open.isEmpty()) pop();
  }

  private String pop() {
    var element = open.pop();
    if (open.isEmpty()) root = Optional.of(element.close());
    else open.element().add(element.close());
    return element.name();
  }

  /// Whether the document ended before its root did.
  boolean isCut() {
    return cut;
  }

  boolean isDone() {
    return root.isPresent();
  }

  Optional<Element> root() {
    return root;
  }

  /// What the document begins with, if that is not `opml`.
  Optional<String> otherRoot() {
    return otherRoot;
  }

  List<Fault> faults(String file) {
    var faults = new ArrayList<Fault>();
    if (firstTooDeep > 0)
      faults.add(
          Fault.error(
              file,
              firstTooDeep,
              "outlines are nested more than " + (DEEPEST - 2) + " levels deep",
              "deeper outlines are ignored: move them to a higher level"));
    if (tooMany)
      faults.add(
          Fault.error(
              file,
              0,
              "the file has more than " + MOST + " elements",
              "the rest is ignored: split the file"));
    return faults;
  }
}
