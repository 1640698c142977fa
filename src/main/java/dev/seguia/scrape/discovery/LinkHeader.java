package dev.seguia.scrape.discovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// One link of a `Link` header (RFC 8288 section 3).
///
/// @param target as it is written
/// @param parameters by their names in lower case; the first of a name counts
record LinkHeader(String target, Map<String, String> parameters) {
  private static final int MOST = 50;
  private static final int LONGEST = 8_000;

  String parameter(String name) {
    return parameters.getOrDefault(name, "");
  }

  /// The links of all headers. What cannot be read ends its header.
  static List<LinkHeader> read(List<String> headers) {
    var links = new ArrayList<LinkHeader>();
    for (var header : headers) if (header.length() <= LONGEST) new Reading(header).links(links);
    return links;
  }

  /// A header with the current parsing position.
  private static final class Reading {
    private final String text;
    private int at;

    Reading(String text) {
      this.text = text;
    }

    void links(List<LinkHeader> links) {
      while (links.size() < MOST) {
        skip(" \t,");
        if (!take('<')) return;
        var end = text.indexOf('>', at);
        if (end < 0) return;
        var target = text.substring(at, end);
        at = end + 1;
        links.add(new LinkHeader(target, parameters()));
      }
    }

    private Map<String, String> parameters() {
      var parameters = new HashMap<String, String>();
      skip(" \t");
      while (take(';')) {
        skip(" \t;");
        var name = until("=;, \t").toLowerCase(Locale.ROOT);
        skip(" \t");
        var value = take('=') ? value() : "";
        if (!name.isEmpty()) parameters.putIfAbsent(name, value);
        skip(" \t");
      }
      return parameters;
    }

    private String value() {
      skip(" \t");
      return take('"') ? quoted() : until(";, \t");
    }

    private String quoted() {
      var value = new StringBuilder();
      while (at < text.length() && text.charAt(at) != '"') {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) at++;
        value.append(text.charAt(at++));
      }
      take('"');
      return value.toString();
    }

    private boolean take(char c) {
      var there = at < text.length() && text.charAt(at) == c;
      if (there) at++;
      return there;
    }

    private void skip(String characters) {
      while (at < text.length() && characters.indexOf(text.charAt(at)) >= 0) at++;
    }

    private String until(String ends) {
      var start = at;
      while (at < text.length() && ends.indexOf(text.charAt(at)) < 0) at++;
      return text.substring(start, at);
    }
  }
}
