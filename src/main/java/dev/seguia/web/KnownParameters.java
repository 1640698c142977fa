package dev.seguia.web;

import dev.seguia.text.NearestName;
import dev.seguia.url.TrackingParameters;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The query parameters of an address. Any other parameter is refused with the nearest known name,
/// so that a mistyped one does not subscribe to something else. Parameters that others add to links
/// to find out how a reader came are passed over: those of [TrackingParameters], and a few that are
/// an article's identity on some sites, but never here.
public final class KnownParameters {
  /// Besides those that are taken off the links of articles.
  private static final Set<String> ADDED_BY_OTHERS =
      Set.of("ref", "ref_src", "ref_url", "referer", "referrer", "src");

  private static final int LONGEST_NAME = 40;
  private static final Pattern NAME = Pattern.compile("[A-Za-z_-]{1,40}");

  private final Set<String> names;

  private KnownParameters(Set<String> names) {
    this.names = names;
  }

  /// A handler that is given requests with these parameters only.
  public static Function<Request, Response> only(
      Function<Request, Response> handler, String... names) {
    var known = new KnownParameters(new TreeSet<>(Set.of(names)));
    return request -> {
      known.check(request);
      return handler.apply(request);
    };
  }

  /// @throws BadRequestException if a parameter is not known, or is given twice
  private void check(Request request) {
    if (request.query().isEmpty()) return;
    var seen = new HashSet<String>();
    for (var pair : request.query().split("&", -1)) {
      var name = pair.split("=", 2)[0];
      if (name.isEmpty() || isAddedByOthers(name)) continue;
      if (!names.contains(name)) throw new BadRequestException(unknown(name));
      if (!seen.add(name)) throw new BadRequestException(twice(name));
    }
  }

  private boolean isAddedByOthers(String name) {
    if (names.contains(name)) return false;
    var folded = name.toLowerCase(Locale.ROOT);
    return ADDED_BY_OTHERS.contains(folded) || TrackingParameters.listed().contains(folded, "", "");
  }

  private String unknown(String name) {
    var nearest = NearestName.to(shortened(name), names).orElse("");
    if (nearest.isEmpty()) return "This address has no parameters.";
    return "%s not known; did you mean ?%s=? This address has %s."
        .formatted(shown(name, nearest), nearest, listed(names.stream()));
  }

  /// The name, if it is a mistyped one; of anything else no word is repeated.
  private static String shown(String name, String nearest) {
    return NAME.matcher(name).matches() && NearestName.distance(name, nearest) < name.length()
        ? "?" + name + "= is"
        : "A parameter is";
  }

  private static String shortened(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST_NAME));
  }

  private static String listed(Stream<String> names) {
    return names.map(name -> "?" + name + "=").collect(Collectors.joining(", "));
  }

  private static String twice(String name) {
    return "?%s= is given twice: give it once.".formatted(name);
  }
}
