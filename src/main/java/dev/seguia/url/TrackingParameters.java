package dev.seguia.url;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/// The tracking parameters of URLs, which say how a reader came, not where to: the list of
/// `tracking-parameters.txt`.
public final class TrackingParameters {
  private static final TrackingParameters LISTED = read();
  private static final Set<String> CAME_FROM = Set.of("ref", "source", "src");
  private static final Set<String> CHANNELS =
      Set.of("rss", "feed", "atom", "twitter", "facebook", "newsletter");

  private final Set<String> names = new HashSet<>();
  private final List<String> prefixes = new ArrayList<>();
  private final List<Scoped> scoped = new ArrayList<>();

  /// A parameter name, or a prefix of one, on one host.
  private record Scoped(String name, boolean isPrefix, String host) {
    boolean fits(String parameter, String onHost) {
      return (isPrefix ? parameter.startsWith(name) : parameter.equals(name)) && isHost(onHost);
    }

    private boolean isHost(String onHost) {
      if (host.endsWith("*"))
        return ("." + onHost).contains("." + host.substring(0, host.length() - 1));
      return onHost.equals(host) || onHost.endsWith("." + host);
    }
  }

  /// The list that ships with the program.
  public static TrackingParameters listed() {
    return LISTED;
  }

  /// Whether a parameter is one that follows the reader.
  ///
  /// @param host of the URL, in lower case
  public boolean contains(String parameter, String value, String host) {
    var name = parameter.toLowerCase(Locale.ROOT);
    if (names.contains(name)) return true;
    if (CAME_FROM.contains(name)) return isChannel(value.toLowerCase(Locale.ROOT), host);
    for (var prefix : prefixes) if (name.startsWith(prefix)) return true;
    for (var one : scoped) if (one.fits(name, host)) return true;
    return false;
  }

  /// `source` and the like are identity on some sites: they go only with a value that gives them
  /// away.
  private static boolean isChannel(String value, String host) {
    return CHANNELS.contains(value) || HostKey.of(value).equals(HostKey.of(host));
  }

  private void add(String line) {
    var words = line.split(" ", -1);
    var name = Objects.requireNonNull(words[0]).toLowerCase(Locale.ROOT);
    var isPrefix = name.endsWith("*");
    var stem = isPrefix ? name.substring(0, name.length() - 1) : name;
    if (words.length > 1) scoped.add(new Scoped(stem, isPrefix, words[1]));
    else if (isPrefix) prefixes.add(stem);
    else names.add(stem);
  }

  private static TrackingParameters read() {
    var list = new TrackingParameters();
    try (var file =
        Objects.requireNonNull(
            TrackingParameters.class.getResourceAsStream("tracking-parameters.txt"))) {
      new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(list::add);
      return list;
    } catch (IOException e) {
      throw new UncheckedIOException("our own list of tracking parameters", e);
    }
  }
}
