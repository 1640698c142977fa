package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Call;
import dev.seguia.xpath.Expression.Figures;
import dev.seguia.xpath.Expression.Literal;
import dev.seguia.xpath.Expression.Operation;
import dev.seguia.xpath.Expression.Path;
import java.util.Optional;
import java.util.Set;

/// Translates the predicates of a step.
final class Conditions {
  private static final String WHOLE_TEXT =
      "a text is compared with the breaks of its lines, and without scripts";

  private static final Set<String> AROUND =
      Set.of("parent", "ancestor", "preceding-sibling", "following-sibling");

  private final Place place;
  private final Set<String> notes;
  private boolean outward;

  /// @param place from where the element is reached
  /// @param notes gathers where a selector may differ
  private Conditions(Place place, Set<String> notes) {
    this.place = place;
    this.notes = notes;
  }

  /// The elements that a step means.
  ///
  /// @param counted whether positions are those among siblings
  static Compound compound(Step step, boolean counted, Place place, Set<String> notes)
      throws InexpressibleException {
    var conditions = new Conditions(place, notes);
    var name = Names.element(step.test());
    var css = name;
    for (var predicate : step.predicates()) {
      var position = Position.of(predicate);
      if (position.isPresent() && !counted)
        throw new InexpressibleException("it counts what are no siblings");
      css +=
          position.isPresent()
              ? placed(position.get(), css, css.equals(name))
              : conditions.condition(predicate);
    }
    return new Compound(css, conditions.outward);
  }

  private static String placed(Position position, String css, boolean ofAll)
      throws InexpressibleException {
    var condition = ofAll ? nth(position, css) : among(position, css);
    return position.negated() ? ":not(" + condition + ")" : condition;
  }

  private static String nth(Position position, String css) {
    return ":nth-%s%s(%s)"
        .formatted(
            position.fromEnd() ? "last-" : "",
            css.equals("*") ? "child" : "of-type",
            position.formula());
  }

  /// The place among those that fit what was said before.
  private static String among(Position position, String css) throws InexpressibleException {
    if (position.isFirst()) return ":not(" + css + " ~ " + css + ")";
    if (position.isLast()) return ":not(:has(~ " + css + "))";
    throw new InexpressibleException("it counts among some of the siblings");
  }

  private String condition(Expression expression) throws InexpressibleException {
    return switch (expression) {
      case Operation(var sign, var left, var right) when sign.equals("and") ->
          condition(left) + condition(right);
      case Operation(var sign, var left, var right) when sign.equals("or") || sign.equals("|") ->
          ":is(" + condition(left) + ", " + condition(right) + ")";
      case Operation comparison -> comparison(comparison);
      case Call call when call.is("not", 1) ->
          ":not(" + condition(call.arguments().getFirst()) + ")";
      case Call call when call.is("contains", 2) ->
          subject(call).contains(literal(call.arguments().get(1)));
      case Call call when call.is("starts-with", 2) ->
          subject(call).startsWith(literal(call.arguments().get(1)));
      case Path path -> existence(path);
      case Call(var name, _) -> throw new InexpressibleException("it calls " + name + "()");
      case Figures _ -> throw new InexpressibleException("it reckons with positions");
      case Literal _, Expression.Group _ ->
          throw new InexpressibleException("it has a condition that no selector has");
    };
  }

  private Subject subject(Call call) throws InexpressibleException {
    return subject(call.arguments().getFirst());
  }

  private Subject subject(Expression expression) throws InexpressibleException {
    var subject = Subject.of(expression).orElseThrow(Conditions::incomparable);
    if (subject.attribute().isEmpty()) notes.add(WHOLE_TEXT);
    return subject;
  }

  private static String literal(Expression expression) throws InexpressibleException {
    if (expression instanceof Literal(var value)) return value;
    throw incomparable();
  }

  private static InexpressibleException incomparable() {
    return new InexpressibleException("it compares what a selector cannot");
  }

  private String comparison(Operation operation) throws InexpressibleException {
    if (operation.left() instanceof Literal)
      return equality(operation.sign(), operation.right(), operation.left());
    return operation.left() instanceof Call call && call.is("string-length", 1)
        ? length(call, operation)
        : equality(operation.sign(), operation.left(), operation.right());
  }

  private String equality(String sign, Expression compared, Expression with)
      throws InexpressibleException {
    if (!sign.equals("=") && !sign.equals("!=")) throw incomparable();
    var value = literal(with);
    if (compared instanceof Call call && (call.is("name", 0) || call.is("local-name", 0)))
      return (sign.equals("=") ? ":is(" : ":not(") + Names.checked(value) + ")";
    if (sign.equals("=")) return subject(compared).is(value);
    if (value.isEmpty()) return subject(compared).isSomething();
    // @x != 'a' wants an @x that is something else; string(@x) != 'a' is content with none
    var there = compared instanceof Path path ? attribute(path).orElse("") : "";
    return there + ":not(" + subject(compared).is(value) + ")";
  }

  private static Optional<String> attribute(Path path) throws InexpressibleException {
    var subject = Subject.of(path);
    return subject.flatMap(Subject::attribute).map(name -> "[" + name + "]");
  }

  private String length(Call call, Operation comparison) throws InexpressibleException {
    var isMoreThanNone =
        (comparison.is(">") || comparison.is("!=")) && comparison.right().equals(new Figures("0"));
    var isOneOrMore = comparison.is(">=") && comparison.right().equals(new Figures("1"));
    if (isMoreThanNone || isOneOrMore) return subject(call).isSomething();
    throw new InexpressibleException("it measures a text");
  }

  private String existence(Path path) throws InexpressibleException {
    if (path.absolute())
      throw new InexpressibleException("it looks at the whole page inside a condition");
    var first = path.steps().getFirst();
    if (path.steps().size() == 1) {
      var attribute = attribute(path);
      if (attribute.isPresent()) return attribute.get();
      if (first.axis().equals("self")) return ":is(" + compound(first).css() + ")";
      if (AROUND.contains(first.axis())) return around(first);
    }
    return ":has(" + PathCss.ofCondition(path, notes) + ")";
  }

  /// A compound for an element that is this one, or stands around it.
  private Compound compound(Step step) throws InexpressibleException {
    var compound = compound(step, false, place, notes);
    outward |= compound.outward();
    return compound;
  }

  private String around(Step step) throws InexpressibleException {
    if (place != Place.PAGE)
      throw new InexpressibleException(
          "it looks at what stands around an entry, or around a part of it");
    outward = true;
    var compound = compound(step);
    var css = compound.anywhere();
    return switch (step.axis()) {
      case "parent" -> ":is(" + css + " > *)";
      case "ancestor" -> ":is(" + css + " *)";
      case "preceding-sibling" -> ":is(" + css + " ~ *)";
      default -> ":has(~ " + compound.inward() + ")";
    };
  }
}
