package dev.seguia.normalise;

import dev.seguia.url.Url;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// Parses the `srcset` attribute (HTML standard, "parsing a srcset attribute").
final class SrcSet {
  private static final int MOST = 30;
  private static final Pattern DESCRIPTORS =
      Pattern.compile("\\d{1,6}[wh]|\\d{1,6}w \\d{1,6}h|\\d{0,4}(\\.\\d{1,4})?x");

  private final String text;
  private final List<Candidate> candidates = new ArrayList<>();
  private int position;

  /// An image, with the screens that it is meant for.
  record Candidate(Url url, String descriptors) {
    @Override
    public String toString() {
      var text = url.toString();
      // A comma at the end would be read as the one between two candidates.
      if (text.endsWith(",")) text = text.substring(0, text.length() - 1) + "%2C";
      return descriptors.isEmpty() ? text : text + " " + descriptors;
    }
  }

  private SrcSet(String text) {
    this.text = text;
  }

  static List<Candidate> parse(String text, Function<String, Optional<Url>> resolver) {
    var srcset = new SrcSet(text);
    srcset.read(resolver);
    return srcset.candidates;
  }

  static String toString(List<Candidate> candidates) {
    var text = new StringBuilder();
    for (var candidate : candidates) text.append(text.isEmpty() ? "" : ", ").append(candidate);
    return text.toString();
  }

  private void read(Function<String, Optional<Url>> resolver) {
    while (candidates.size() < MOST) {
      skip();
      if (position >= text.length()) return;
      var start = position;
      while (position < text.length() && !isBlank(text.charAt(position))) position++;
      var url = text.substring(start, position);
      var descriptors = url.endsWith(",") ? "" : descriptors();
      if (!descriptors.isEmpty() && !DESCRIPTORS.matcher(descriptors).matches()) continue;
      var found = resolver.apply(withoutCommas(url));
      if (found.isPresent()) candidates.add(new Candidate(found.get(), descriptors));
    }
  }

  private void skip() {
    while (position < text.length()
        && (isBlank(text.charAt(position)) || text.charAt(position) == ',')) position++;
  }

  private String descriptors() {
    var start = position;
    for (var depth = 0; position < text.length(); position++) {
      var character = text.charAt(position);
      if (character == '(') depth++;
      if (character == ')') depth = Math.max(0, depth - 1);
      if (character == ',' && depth == 0) break;
    }
    var descriptors = text.substring(start, position).strip();
    return hasBlank(descriptors) ? String.join(" ", descriptors.split("\\s+", -1)) : descriptors;
  }

  private static boolean hasBlank(String text) {
    for (var i = 0; i < text.length(); i++) if (isBlank(text.charAt(i))) return true;
    return false;
  }

  private static String withoutCommas(String url) {
    var end = url.length();
    while (end > 0 && url.charAt(end - 1) == ',') end--;
    return url.substring(0, end);
  }

  private static boolean isBlank(char character) {
    return character <= ' ';
  }
}
