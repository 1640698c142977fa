package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Translates a location path to CSS.
final class PathCss {
  private static final String CHILD = " > ";
  private static final String BELOW = " ";
  private static final String BESIDE = " ~ ";
  private static final String NEXT = " + ";

  /// The place itself, or anything in it: with no combinator, jsoup looks at both.
  private static final String WITHIN = "";

  private static final String ROOT = "html";
  private static final String OWN_TEXT = "text() is read as the whole text of its element";

  /// An element on the path, with its combinator.
  private record Part(String combinator, Compound compound) {}

  private final Place place;
  private final boolean firstOnly;
  private final Set<String> notes;
  private final List<Part> parts = new ArrayList<>();
  private Optional<String> attribute = Optional.empty();

  /// Whether `//` stands before the next step.
  private boolean deep;

  private PathCss(Place place, boolean firstOnly, Set<String> notes) {
    this.place = place;
    this.firstOnly = firstOnly;
    this.notes = notes;
  }

  /// The resulting selector.
  ///
  /// @param css empty for the place from which one looks
  record Found(String css, Optional<String> attribute) {}

  static Found of(Path path, Aim aim, Set<String> notes) throws InexpressibleException {
    if (path.absolute() && aim != Aim.ENTRIES)
      throw new InexpressibleException("it looks at the whole page, not at the entry");
    var css = new PathCss(aim == Aim.ENTRIES ? Place.PAGE : Place.ELEMENT, aim == Aim.PART, notes);
    // what begins nowhere begins at the root element (DOMXPath::query)
    if (aim == Aim.ENTRIES && !path.absolute())
      css.parts.add(new Part(CHILD, new Compound(ROOT, false)));
    css.walk(path.steps());
    return new Found(css.css(), css.attribute);
  }

  /// What an element must have inside.
  static String ofCondition(Path path, Set<String> notes) throws InexpressibleException {
    var css = new PathCss(Place.ELEMENT, false, notes);
    css.walk(path.steps());
    if (css.parts.isEmpty() || css.parts.getFirst().combinator.equals(WITHIN))
      throw new InexpressibleException("it has a condition on the element itself");
    return css.css() + css.attribute.map(name -> "[" + name + "]").orElse("");
  }

  private void walk(List<Step> steps) throws InexpressibleException {
    for (var number = 0; number < steps.size(); number++) {
      var step = steps.get(number);
      var rest = steps.subList(number + 1, steps.size());
      if (attribute.isPresent()) throw new InexpressibleException("nothing is inside an attribute");
      if (step.equals(Step.anyDepth())) deep = true;
      else if (step.isText()) text(step, rest);
      else if (!step.equals(Step.self())) take(firstOf(step, rest));
    }
    if (deep) throw new InexpressibleException("it asks for nodes of any kind");
    if (place == Place.PAGE && parts.isEmpty())
      throw new InexpressibleException("it asks for the page itself");
  }

  /// Of what is looked for at any depth the first is found first, whether it is asked for or not.
  private Step firstOf(Step step, List<Step> rest) throws InexpressibleException {
    var isLast = rest.isEmpty() || rest.getFirst().isAttribute() || rest.getFirst().isText();
    if (!firstOnly || !isLast || step.predicates().isEmpty() || !step.axis().equals("descendant"))
      return step;
    return Position.of(step.predicates().getLast()).filter(Position::isFirst).isPresent()
        ? step.withoutLastPredicate()
        : step;
  }

  private void text(Step step, List<Step> rest) throws InexpressibleException {
    if (place == Place.PAGE || !firstOnly || deep || !rest.isEmpty())
      throw new InexpressibleException("it asks for pieces of text");
    if (!step.axis().equals("child") || !step.predicates().isEmpty())
      throw new InexpressibleException("it asks for pieces of text");
    notes.add(OWN_TEXT);
  }

  private void take(Step step) throws InexpressibleException {
    switch (step.axis()) {
      case "child" -> add(deep ? BELOW : CHILD, compound(step, true));
      case "descendant" -> add(BELOW, compound(step, false));
      case "descendant-or-self" -> within(step);
      case "self" -> self(step);
      case "attribute" -> attribute(step);
      case "following-sibling" -> beside(step);
      case "parent" -> parent(step);
      case "ancestor" -> ancestor(step);
      default -> throw new InexpressibleException("it goes along the axis " + step.axis());
    }
    deep = false;
  }

  private Compound compound(Step step, boolean counted) throws InexpressibleException {
    var counts = place == Place.PAGE && parts.isEmpty() && counts(step);
    return Conditions.compound(counts ? uncountedRoot(step) : step, counted, place, notes);
  }

  private static boolean counts(Step step) throws InexpressibleException {
    for (var predicate : step.predicates()) if (Position.of(predicate).isPresent()) return true;
    return false;
  }

  /// The root element has no siblings: for XPath it is the first, for CSS it is in no place.
  private static Step uncountedRoot(Step step) throws InexpressibleException {
    if (step.test().equals("*")) throw new InexpressibleException("it counts the page itself");
    if (!step.test().equals(ROOT)) return step;
    var conditions = new ArrayList<Expression>();
    for (var predicate : step.predicates())
      if (Position.of(predicate).filter(place -> place.isFirst() || place.isLast()).isEmpty())
        conditions.add(predicate);
    return new Step(step.axis(), step.test(), conditions);
  }

  private void add(String combinator, Compound compound) {
    parts.add(new Part(combinator, compound));
  }

  private void within(Step step) throws InexpressibleException {
    if (!parts.isEmpty())
      throw new InexpressibleException("it asks for an element or what is in it");
    add(place == Place.PAGE ? BELOW : WITHIN, compound(step, false));
  }

  private void self(Step step) throws InexpressibleException {
    if (deep) within(step);
    else if (parts.isEmpty())
      throw new InexpressibleException("it has a condition on the entry itself");
    else replaceLast(parts.getLast().compound.and(compound(step, false)));
  }

  private void replaceLast(Compound compound) {
    parts.set(parts.size() - 1, new Part(parts.getLast().combinator, compound));
  }

  private void attribute(Step step) throws InexpressibleException {
    if (!step.predicates().isEmpty())
      throw new InexpressibleException("it has a condition on an attribute");
    var name = Names.checked(step.test());
    if (deep && parts.isEmpty() && place == Place.ELEMENT)
      add(WITHIN, new Compound("[" + name + "]", false));
    else if (deep)
      throw new InexpressibleException(
          "it asks for an attribute of an element or of what is in it");
    attribute = Optional.of(name);
  }

  private void beside(Step step) throws InexpressibleException {
    if (deep || parts.isEmpty() || parts.getLast().combinator.equals(WITHIN))
      throw new InexpressibleException("it looks beside the entry");
    var isNext =
        step.test().equals("*")
            && !step.predicates().isEmpty()
            && Position.of(step.predicates().getFirst()).filter(Position::isFirst).isPresent();
    if (!isNext) add(BESIDE, compound(step, false));
    else {
      var others = step.predicates().subList(1, step.predicates().size());
      add(NEXT, compound(new Step(step.axis(), step.test(), others), false));
    }
  }

  private void parent(Step step) throws InexpressibleException {
    var child = innermost();
    var condition = ":has(> " + child.compound.inward() + ")";
    var parent = step.isParent() ? new Compound("*", false) : compound(step, false);
    parts.removeLast();
    if (child.combinator.equals(CHILD) && !parts.isEmpty())
      replaceLast(parts.getLast().compound.and(parent).and(condition));
    else if (child.combinator.equals(BELOW) && parts.isEmpty())
      add(place == Place.PAGE ? BELOW : WITHIN, parent.and(condition));
    else throw new InexpressibleException("it goes back to where it may have come from or not");
  }

  private void ancestor(Step step) throws InexpressibleException {
    var inner = innermost();
    parts.removeLast();
    if (place != Place.PAGE || !inner.combinator.equals(BELOW) || !parts.isEmpty())
      throw new InexpressibleException("it goes back to where it may have come from or not");
    var isNearest =
        !step.predicates().isEmpty()
            && Position.of(step.predicates().getLast()).filter(Position::isFirst).isPresent();
    var outer = compound(isNearest ? step.withoutLastPredicate() : step, false);
    var css = inner.compound.inward();
    var between = isNearest ? ":not(" + outer.below() + " " + css + ")" : "";
    add(BELOW, outer.and(":has(" + css + between + ")"));
  }

  /// The element from which a step leads outwards.
  private Part innermost() throws InexpressibleException {
    if (deep || parts.isEmpty())
      throw new InexpressibleException(
          "it looks at what stands around an entry, or around a part of it");
    return parts.getLast();
  }

  private String css() {
    var css = new StringBuilder();
    for (var part : parts)
      css.append(css.isEmpty() ? first(part) : part.combinator + part.compound.css());
    return css.toString();
  }

  private String first(Part part) {
    var compound = part.compound;
    if (part.combinator.equals(CHILD)) return "> " + compound.css();
    if (part.combinator.equals(WITHIN))
      return parts.size() == 1 ? compound.css() : compound.css() + ":is(:scope, :scope *)";
    return place == Place.PAGE ? compound.anywhere() : compound.below();
  }
}
