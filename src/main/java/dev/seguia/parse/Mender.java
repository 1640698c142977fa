package dev.seguia.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;

/// Repairs malformed XML for the lenient reader: removes what precedes the root and the document
/// type, escapes stray `&`, and cuts a truncated document to its complete entries.
final class Mender {
  private static final Pattern ROOT =
      Pattern.compile(
          "<(?:[\\w.-]{1,30}:)?(rss|feed|rdf|channel|entry|html|opml|urlset|sitemapindex)[\\s>/]",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTITY =
      Pattern.compile(
          "<!ENTITY\\s+([\\w.-]{1,60})\\s+(?:\"([^\"<]{0,200})\"|'([^'<]{0,200})')\\s*>");
  private static final Pattern ENTRY_END =
      Pattern.compile("</(?:[\\w.-]{1,30}:)?(?:item|entry)\\s*>", Pattern.CASE_INSENSITIVE);
  private static final Pattern ENTRY_START =
      Pattern.compile("<(?:[\\w.-]{1,30}:)?(?:item|entry)[\\s>]", Pattern.CASE_INSENSITIVE);
  private static final Pattern REFERENCE =
      Pattern.compile("&(#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9._-]{0,60});");
  private static final int MOST_ENTITIES = 1_000;
  private static final int SHORT = 1 << 20;
  private static final int LONGEST_END_TAG = 200;

  private final List<String> warnings = new ArrayList<>();
  private final Map<String, String> entities = new HashMap<>();

  /// The result of a repair.
  sealed interface Mending {
    /// The text can be read by the lenient reader.
    ///
    /// @param reachesItsEnd the root is closed
    /// @param warnings what was lost
    record Mended(String text, boolean reachesItsEnd, List<String> warnings) implements Mending {}

    /// The text cannot be repaired.
    record Hopeless(String reason) implements Mending {}
  }

  static Mending mend(String text) {
    return new Mender().run(text);
  }

  private Mending run(String text) {
    var root = ROOT.matcher(text);
    if (!root.find()) return new Mending.Mended(text, true, warnings);
    if (!readEntities(text.substring(0, root.start())))
      return new Mending.Hopeless("its document type builds entities out of entities");
    var body = withoutStrayAmpersands(text.substring(root.start()));
    var end = hasEnd(body, Objects.requireNonNull(root.group(1)));
    return (end ? Optional.of(body) : cut(body))
        .<Mending>map(whole -> new Mending.Mended(whole, end, warnings))
        .orElseGet(() -> new Mending.Hopeless("it breaks off before the end of its first entry"));
  }

  /// Entities that stand for a few characters are resolved; those that lead outside or stand for
  /// markup are not. Entities made of entities are how bombs are built: such a document is refused.
  private boolean readEntities(String prologue) {
    var doctype = prologue.indexOf("<!DOCTYPE");
    if (doctype < 0) return true;
    var entity = ENTITY.matcher(prologue.substring(doctype));
    while (entity.find() && entities.size() < MOST_ENTITIES) {
      var value = entity.group(2) == null ? entity.group(3) : entity.group(2);
      var text = resolved(Objects.requireNonNull(value));
      if (REFERENCE
          .matcher(text)
          .results()
          .anyMatch(found -> !Entities.isNamedEntity(Objects.requireNonNull(found.group(1)))))
        return false;
      entities.putIfAbsent(
          Objects.requireNonNull(entity.group(1)), Parser.unescapeEntities(text, false));
    }
    return true;
  }

  private static String resolved(String value) {
    var reference = REFERENCE.matcher(value);
    return reference.replaceAll(found ->
        Matcher.quoteReplacement(
            Objects.requireNonNull(found.group(1)).startsWith("#")
                ? Parser.unescapeEntities(found.group(), false)
                : found.group()));
  }

  /// A document without an end, down to its whole entries.
  private Optional<String> cut(String body) {
    var ends = ENTRY_END.matcher(body);
    var end = -1;
    var count = 0;
    while (ends.find()) {
      end = ends.end();
      count++;
    }
    var starts = ENTRY_START.matcher(body);
    if (!starts.find(Math.max(end, 0))) return Optional.of(body);
    if (end < 0) return Optional.empty();
    warnings.add("breaks off; the " + count + " whole entries were kept");
    return Optional.of(body.substring(0, end));
  }

  private static boolean hasEnd(String body, String root) {
    for (var at = body.lastIndexOf("</"); at >= 0; at = body.lastIndexOf("</", at - 1)) {
      var end = body.indexOf('>', at, Math.min(body.length(), at + LONGEST_END_TAG));
      if (end < 0) continue;
      var name = body.substring(at + 2, end).strip().toLowerCase(Locale.ROOT);
      if (name.substring(name.indexOf(':') + 1).equals(root.toLowerCase(Locale.ROOT))) return true;
      if (at == 0) return false;
    }
    return false;
  }

  /// In text as XML has it every `&` begins a reference; where none follows, the author meant the
  /// sign itself. CDATA sections have no references. A text that would swell is left off.
  private String withoutStrayAmpersands(String body) {
    var mended = new StringBuilder(body.length() + 64);
    var reference = REFERENCE.matcher(body);
    var at = 0;
    var ampersand = -1;
    var literal = -1;
    var most = Math.max(SHORT, body.length() + body.length() / 4);
    while (at < body.length() && mended.length() < most) {
      // Each is looked for once: a text may have millions of one and none of the other.
      if (ampersand < at) ampersand = indexOf(body, "&", at);
      if (literal < at) literal = indexOf(body, "<![CDATA[", at);
      var isLiteral = literal < ampersand;
      var next = isLiteral ? Math.min(body.length(), indexOf(body, "]]>", literal) + 3) : ampersand;
      mended.append(body, at, next);
      at = isLiteral || next == body.length() ? next : mend(body, next, reference, mended);
    }
    return mended.toString();
  }

  /// @return where the text goes on behind the reference, or behind a stray `&`
  private int mend(String body, int at, Matcher reference, StringBuilder mended) {
    reference.region(at, body.length());
    if (!reference.lookingAt()) {
      mended.append("&amp;");
      return at + 1;
    }
    mended.append(meaning(Objects.requireNonNull(reference.group(1))));
    return reference.end();
  }

  private static int indexOf(String body, String sought, int from) {
    var index = body.indexOf(sought, from);
    return index < 0 ? body.length() : index;
  }

  private String meaning(String name) {
    if (name.startsWith("#") || Entities.isNamedEntity(name)) return "&" + name + ";";
    var own = entities.get(name);
    return own == null ? "&amp;" + name + ";" : own.replace("&", "&amp;").replace("<", "&lt;");
  }
}
