package dev.seguia.normalise;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Writes a MathML formula on one line of plain text, as people do: `x^2`, `(a+b)/2`, `√(x)`.
final class Formula {
  /// No formula is longer; what is, was made to cost time.
  private static final int LONGEST = 10_000;

  private final StringBuilder text = new StringBuilder();

  private Formula() {}

  /// The formula in the words of its author if there are any, or else what its elements say.
  static String text(Element math) {
    var own = math.attr("alttext").strip();
    if (!own.isEmpty()) return own;
    var formula = new Formula();
    formula.writeAll(math);
    var line = formula.text.toString().strip();
    return line.isEmpty() ? PlainText.line(math.wholeText()) : line;
  }

  private void writeAll(Element parent) {
    for (var child : parent.childNodes()) write(child);
  }

  private void write(Node node) {
    if (text.length() > LONGEST) return;
    if (node instanceof TextNode words) text.append(words.getWholeText().strip());
    else if (node instanceof Element element) write(element);
  }

  private void write(Element element) {
    var parts = element.children();
    switch (element.normalName()) {
      case "annotation", "annotation-xml", "script", "style", "mphantom" -> {
        // the same formula once more, or nothing that shows
      }
      case "mfrac" -> join(parts, "/");
      case "msup", "mover" -> join(parts, "^");
      case "msub", "munder" -> join(parts, "_");
      case "msubsup", "munderover" -> {
        if (parts.size() < 3) writeAll(element);
        else {
          join(parts.subList(0, 2), "_");
          text.append('^');
          operand(parts.get(2));
        }
      }
      case "msqrt" -> root(element);
      case "mroot" -> {
        if (parts.size() > 1) operand(parts.get(1));
        text.append('√');
        if (!parts.isEmpty()) operand(parts.getFirst());
      }
      case "mtr", "mlabeledtr" -> row(parts);
      case "mtext", "ms" -> text.append(' ').append(element.text()).append(' ');
      case "mo" -> operator(element.text().strip());
      default -> writeAll(element);
    }
  }

  private void root(Element element) {
    text.append("√(");
    writeAll(element);
    text.append(')');
  }

  private void row(List<Element> cells) {
    for (var i = 0; i < cells.size(); i++) {
      if (i > 0) text.append(", ");
      writeAll(cells.get(i));
    }
    text.append("; ");
  }

  /// Invisible operators are not written.
  private void operator(String sign) {
    if (sign.equals("\u2061") || sign.equals("\u2062") || sign.equals("\u2063")) return;
    text.append(sign);
  }

  private void join(List<Element> parts, String sign) {
    for (var i = 0; i < parts.size(); i++) {
      if (i > 0) text.append(sign);
      operand(parts.get(i));
    }
  }

  /// Operands of more than one character are put in brackets.
  private void operand(Element part) {
    var start = text.length();
    write(part);
    if (text.substring(start).strip().codePoints().limit(2).count() < 2
        || part.normalName().equals("mi")
        || part.normalName().equals("mn")) return;
    text.insert(start, '(').append(')');
  }
}
