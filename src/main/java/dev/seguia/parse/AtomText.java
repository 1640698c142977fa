package dev.seguia.parse;

import dev.seguia.feed.Text;
import dev.seguia.text.Markup;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jdom2.Element;

/// Reads a text construct of Atom 1.0 (RFC 4287 section 3.1) or 0.3 (with its `mode`).
final class AtomText {
  private AtomText() {}

  private static final Set<String> HTML = Set.of("html", "text/html");
  private static final Set<String> MEDIA = Set.of("image/", "audio/", "video/");
  private static final Set<String> XHTML = Set.of("xhtml", "application/xhtml+xml");

  static Text of(Element element, URI outer) {
    var type = element.getAttributeValue("type", "text").strip().toLowerCase(Locale.ROOT);
    var mode = element.getAttributeValue("mode", "").strip().toLowerCase(Locale.ROOT);
    for (var media : MEDIA) if (type.startsWith(media)) return Text.none();
    if (InlineMarkup.isIn(element)) return Text.html(inline(element, outer));
    var value = element.getText();
    if (mode.equals("base64")) value = decoded(value);
    if (XHTML.contains(type) && !mode.equals("escaped") && !mode.equals("base64"))
      return Text.html(Markup.escaped(value));
    if (HTML.contains(type) && mode.equals("xml")) return Text.html(Markup.escaped(value));
    if (HTML.contains(type) || XHTML.contains(type)) return Text.html(value);
    return isBinary(type, mode) ? Text.html(decoded(value)) : Text.plain(value);
  }

  /// Any other media type comes in base64 (RFC 4287 section 4.1.3.3), if it is not text after all.
  private static boolean isBinary(String type, String mode) {
    return mode.isEmpty() && type.equals("application/octet-stream");
  }

  /// XHTML comes in a `div` that is not part of it (RFC 4287 section 3.1.1.3).
  private static String inline(Element element, URI outer) {
    var base = LinkResolver.base(element, outer);
    var children = element.getChildren();
    var wrapper = children.getFirst();
    var alone =
        children.size() == 1
            && wrapper.getName().equalsIgnoreCase("div")
            && element.getTextTrim().isEmpty();
    return alone ? InlineMarkup.inside(wrapper, base) : InlineMarkup.inside(element, base);
  }

  private static String decoded(String value) {
    try {
      var bytes = Base64.getMimeDecoder().decode(value);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return "";
    }
  }
}
