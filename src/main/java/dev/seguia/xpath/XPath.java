package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Call;
import dev.seguia.xpath.Expression.Group;
import dev.seguia.xpath.Expression.Literal;
import dev.seguia.xpath.Expression.Operation;
import dev.seguia.xpath.Expression.Path;
import dev.seguia.xpath.PathCss.Found;
import dev.seguia.xpath.Translation.Selected;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Translates an XPath 1.0 expression to a CSS selector.
public final class XPath {
  private final Aim aim;
  private final Set<String> notes = new LinkedHashSet<>();

  private XPath(Aim aim) {
    this.aim = aim;
  }

  /// The selector that matches the same elements as an expression in every page, or why there is
  /// none.
  public static Translation translate(String expression, Aim aim) {
    try {
      return new XPath(aim).selected(ExpressionParser.parse(expression));
    } catch (InexpressibleException e) {
      return e.result();
    }
  }

  private Translation selected(Expression expression) throws InexpressibleException {
    var found = new LinkedHashSet<Found>();
    for (var path : paths(expression)) found.add(PathCss.of(path, aim, notes));
    var attributes = found.stream().map(Found::attribute).distinct().toList();
    if (attributes.size() > 1)
      throw new InexpressibleException("it asks for one attribute or another");
    var attribute = attributes.getFirst();
    if (attribute.isPresent() && aim != Aim.PART)
      throw new InexpressibleException("it asks for attributes, where elements are meant");
    return new Selected(
        css(found) + attribute.map(name -> "@" + name).orElse(""), List.copyOf(notes));
  }

  private static String css(Set<Found> found) throws InexpressibleException {
    var own = found.stream().anyMatch(one -> one.css().isEmpty());
    if (own && found.size() > 1)
      throw new InexpressibleException("it asks for the entry itself or for a part of it");
    if (own) return found.stream().anyMatch(one -> one.attribute().isPresent()) ? "" : ".";
    return found.stream().map(Found::css).collect(Collectors.joining(", "));
  }

  /// The paths whose nodes an expression unites.
  private List<Path> paths(Expression expression) throws InexpressibleException {
    return switch (expression) {
      case Path path -> List.of(path);
      case Operation union when union.is("|") -> united(union);
      case Group group -> paths(group);
      case Call call when isOfFirst(call) -> paths(call.arguments().getFirst());
      case Literal _ -> throw new InexpressibleException("it is a text of its own");
      case Call(var name, _) -> throw new InexpressibleException("it calls " + name + "()");
      case Operation _, Expression.Figures _ ->
          throw new InexpressibleException("it is no path to anything");
    };
  }

  /// Functions that make of nodes the text of the first.
  private boolean isOfFirst(Call call) {
    return aim == Aim.PART && (call.is("normalize-space", 1) || call.is("string", 1));
  }

  private List<Path> united(Operation union) throws InexpressibleException {
    var all = new ArrayList<>(paths(union.left()));
    all.addAll(paths(union.right()));
    return all;
  }

  private List<Path> paths(Group group) throws InexpressibleException {
    if (!group.predicates().isEmpty() && !isFirst(group))
      throw new InexpressibleException("it chooses among all that is found");
    var all = new ArrayList<Path>();
    for (var path : paths(group.inner())) {
      var steps = new ArrayList<>(path.steps());
      steps.addAll(group.steps());
      all.add(new Path(path.absolute(), steps));
    }
    return all;
  }

  /// Where the first is meant anyhow, it may be asked for.
  private boolean isFirst(Group group) throws InexpressibleException {
    if (aim != Aim.PART || group.predicates().size() > 1) return false;
    var goesOn = group.steps().stream().anyMatch(step -> !step.isAttribute() && !step.isText());
    return !goesOn && first(group).isPresent();
  }

  private static Optional<Position> first(Group group) throws InexpressibleException {
    return Position.of(group.predicates().getFirst()).filter(Position::isFirst);
  }
}
