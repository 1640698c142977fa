package dev.seguia.scrape;

import dev.seguia.text.Truncation;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The text of an element, up to a length: on a hostile page every element contains all others, and
/// their whole texts must not be built.
public final class BoundedText implements NodeFilter {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  /// Words may be hidden behind any number of elements that have none.
  private static final int NODES = 2_000;

  private final StringBuilder text = new StringBuilder();
  private final int longest;
  private int nodes;

  private BoundedText(int longest) {
    this.longest = longest;
  }

  /// In one line, with single blanks.
  public static String of(Element element, int longest) {
    var words = new BoundedText(longest);
    element.filter(words);
    var line = line(words.text);
    return Truncation.head(line, longest);
  }

  /// A text in one line, with single blanks.
  public static String line(CharSequence text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (text.length() > longest || ++nodes > NODES + longest) return FilterResult.STOP;
    if (node instanceof TextNode words) {
      var whole = words.getWholeText();
      text.append(whole, 0, Math.min(whole.length(), 2 * longest));
    } else if (node instanceof Element element) {
      if (isSilent(element)) return FilterResult.SKIP_ENTIRELY;
      if (element.isBlock() || element.normalName().equals("br")) text.append(' ');
    }
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && element.isBlock()) text.append(' ');
    return FilterResult.CONTINUE;
  }

  private static boolean isSilent(Element element) {
    return switch (element.normalName()) {
      case "script", "style", "noscript", "template", "svg" -> true;
      default -> false;
    };
  }
}
