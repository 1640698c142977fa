package dev.seguia.normalise;

import dev.seguia.url.Url;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/// HTML sanitiser (XSS protection): removes everything that is not known to be harmless.
///
/// The text is read into a tree as browsers do (HTML standard, section 13), and a new text is
/// written from it that holds allowed elements and attributes only. Cleaning twice is cleaning
/// once.
public final class HtmlCleaner {
  /// Deeper elements lie beside one another; bounds the time that a hostile text costs.
  private static final int DEEPEST_READ = 256;

  /// Sanitised HTML, with the beginning of its text.
  ///
  /// @param text plain, on one line
  record Clean(String html, String text) {}

  /// Sanitises an HTML fragment.
  ///
  /// @param base what relative URLs are resolved against; without one, they go
  public String clean(String html, Optional<URI> base) {
    return read(html, base.map(URI::toString).flatMap(Url::parse)).html();
  }

  Clean read(String html, Optional<Url> base) {
    var walk = new HtmlWalk(new HtmlWriter(html.length() + html.length() / 8), base);
    nodes(html).forEach(walk::walk);
    return walk.result();
  }

  /// Parses a fragment as browsers do, except for less-than signs that only look like tags.
  static List<Node> nodes(String html) {
    var parser = Parser.htmlParser().setMaxDepth(DEEPEST_READ);
    return parser.parseFragmentInput(LessThan.escaped(html), new Element("body"), "");
  }

  /// The plain text of a fragment, on one line, up to a limit.
  static String text(String html) {
    return new HtmlCleaner().read(html, Optional.empty()).text();
  }
}
