package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.config.Value.Pair;
import dev.seguia.config.Value.Place;
import dev.seguia.config.Value.Scalar;
import dev.seguia.query.QueryParser;
import dev.seguia.query.QueryResult;
import dev.seguia.query.TagRule;
import dev.seguia.query.TagRule.Action;
import dev.seguia.text.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the rules in `tags.rules`, and reports each invalid one with its place.
final class TagRules {
  private static final String EXAMPLE =
      "as in {query: 'title:barrage OR \"stress hydrique\"', tag: eau}";
  private static final List<String> NAMES = List.of("query", "tag", "mute", "route", "drop");

  private final Reading reading;
  private final List<TagRule> rules = new ArrayList<>();

  private TagRules(Reading reading) {
    this.reading = reading;
  }

  static List<TagRule> read(List<Mapping> written, Reading reading) {
    var rules = new TagRules(reading);
    written.forEach(rules::read);
    return rules.rules;
  }

  private void read(Mapping written) {
    Map<String, Scalar> given = new LinkedHashMap<>();
    for (var pair : written.pairs()) {
      if (!NAMES.contains(pair.key())) complainOfName(pair);
      else if (pair.value() instanceof Scalar scalar) given.put(pair.key(), scalar);
      else complain(pair.place(), pair.key() + " of a rule must be text", EXAMPLE);
    }
    var text = Optional.ofNullable(given.get("query"));
    if (text.isEmpty()) complain(written.place(), "a rule has no query", EXAMPLE);
    else read(text.get(), given);
  }

  private void complainOfName(Pair pair) {
    var nearest = NearestName.to(pair.key(), NAMES).orElseThrow();
    complain(
        pair.place(),
        "unknown key " + pair.key() + " in a rule",
        "did you mean " + nearest + "? A rule has " + String.join(", ", NAMES));
  }

  private void complain(Place place, String what, String mend) {
    reading.complain(place, "tags.rules: " + what, mend);
  }

  private void read(Scalar text, Map<String, Scalar> given) {
    switch (QueryParser.parse(text.text().strip())) {
      case QueryResult.Malformed malformed ->
          complain(
              text.place(), "invalid query '" + text.text() + "': " + malformed.what(), EXAMPLE);
      case QueryResult.Parsed(var query) ->
          action(text.place(), given)
              .ifPresent(action ->
                  rules.add(new TagRule(text.text().strip(), query, action, label(given))));
    }
  }

  private static Optional<String> label(Map<String, Scalar> given) {
    return Optional.ofNullable(given.get("route"))
        .or(() -> Optional.ofNullable(given.get("tag")))
        .map(label -> label.text().strip())
        .filter(label -> !label.isEmpty());
  }

  private Optional<Action> action(Place place, Map<String, Scalar> given) {
    var drop = isTrue("drop", given);
    var mute = isTrue("mute", given);
    var route = given.containsKey("route");
    if (!drop && !mute && !route && !given.containsKey("tag")) {
      complain(place, "a rule has no action", "add tag, mute, route or drop");
      return Optional.empty();
    }
    if ((drop ? 1 : 0) + (mute ? 1 : 0) + (route ? 1 : 0) > 1
        || ((drop || route) && given.containsKey("tag"))) {
      complain(place, "a rule has two actions", "split it into two rules");
      return Optional.empty();
    }
    return Optional.of(drop ? Action.DROP : route ? Action.ROUTE : mute ? Action.MUTE : Action.TAG);
  }

  private boolean isTrue(String name, Map<String, Scalar> given) {
    var value = Optional.ofNullable(given.get(name));
    var text = value.map(Scalar::text).orElse("false");
    if (!text.equals("true") && !text.equals("false"))
      complain(
          value.orElseThrow().place(),
          name + " must be true or false, not '" + text + "'",
          EXAMPLE);
    return text.equals("true");
  }
}
