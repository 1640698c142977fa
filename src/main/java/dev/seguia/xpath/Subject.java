package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Call;
import dev.seguia.xpath.Expression.Literal;
import dev.seguia.xpath.Expression.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// The text that a predicate tests: an attribute, or the text of an element. What jsoup offers for
/// it ignores case, so regular expressions are used.
///
/// @param attribute the whole text if absent
/// @param normalised whether white space counts as one blank, and none at the ends
/// @param padded whether a blank is put before and after it, so that whole words can be found
record Subject(Optional<String> attribute, boolean normalised, boolean padded) {
  private static final String WHITE = "[\\x20\\t\\r\\n]";
  private static final String BLANK = "\\x20";
  private static final String START = "^";
  private static final String END = "\\z";

  /// The text that an expression names; empty if it is another one.
  static Optional<Subject> of(Expression expression) throws InexpressibleException {
    return switch (expression) {
      case Path path -> named(path);
      case Call call when call.is("string", 1) -> of(call.arguments().getFirst());
      case Call call when call.is("string", 0) -> Optional.of(text());
      case Call call when call.is("normalize-space", 0) -> Optional.of(text().asNormalised());
      case Call call when call.is("normalize-space", 1) ->
          of(call.arguments().getFirst()).filter(text -> !text.padded).map(Subject::asNormalised);
      case Call call when isPadding(call) ->
          of(call.arguments().get(1)).filter(text -> !text.padded).map(Subject::asPadded);
      default -> Optional.empty();
    };
  }

  private static Subject text() {
    return new Subject(Optional.empty(), false, false);
  }

  private static Optional<Subject> named(Path path) throws InexpressibleException {
    if (path.absolute() || path.steps().size() != 1) return Optional.empty();
    var step = path.steps().getFirst();
    if (step.equals(Step.self())) return Optional.of(text());
    if (!step.isAttribute() || !step.predicates().isEmpty()) return Optional.empty();
    return Optional.of(new Subject(Optional.of(Names.checked(step.test())), false, false));
  }

  private static boolean isPadding(Call call) {
    var blank = new Literal(" ");
    return call.is("concat", 3)
        && call.arguments().getFirst().equals(blank)
        && call.arguments().getLast().equals(blank);
  }

  private Subject asNormalised() {
    return new Subject(attribute, true, padded);
  }

  private Subject asPadded() {
    return new Subject(attribute, normalised, true);
  }

  /// That the text holds another one somewhere.
  String contains(String part) throws InexpressibleException {
    var inner = part.substring(leading(part), part.length() - trailing(part));
    checkBlanks(part, inner);
    return matches(before(leading(part)) + quoted(inner) + after(trailing(part)));
  }

  /// That the text begins with another one.
  String startsWith(String beginning) throws InexpressibleException {
    checkUnpadded(beginning);
    return matches(START + ends() + quoted(beginning));
  }

  /// That the text is another one.
  String is(String whole) throws InexpressibleException {
    checkUnpadded(whole);
    return matches(START + ends() + quoted(whole) + ends() + END);
  }

  /// That the text is there and not empty.
  String isSomething() {
    return matches(normalised ? "[^" + WHITE.substring(1) : "(?s).");
  }

  private String matches(String pattern) {
    return attribute
        .map(name -> "[" + name + "~=" + pattern + "]")
        .orElse(":matchesWholeText(" + pattern + ")");
  }

  private String ends() {
    return normalised ? WHITE + "*" : "";
  }

  private String before(int blanks) {
    if (!padded) return BLANK.repeat(blanks);
    return blanks == 0 ? "" : "(?:^|" + blank() + ")";
  }

  private String after(int blanks) {
    if (!padded) return BLANK.repeat(blanks);
    return blanks == 0 ? "" : "(?:" + blank() + "|" + END + ")";
  }

  private String blank() {
    return normalised ? WHITE : BLANK;
  }

  private static int leading(String part) {
    return part.startsWith(" ") ? 1 : 0;
  }

  private static int trailing(String part) {
    return part.length() > 1 && part.endsWith(" ") ? 1 : 0;
  }

  private void checkBlanks(String part, String inner) throws InexpressibleException {
    if (inner.isEmpty()) throw empty();
    var touched = inner.startsWith(" ") || inner.endsWith(" ");
    if (touched && (padded || normalised)) throw blanks();
    if (normalised && !padded && !part.equals(inner)) throw blanks();
    checkNormalised(inner);
  }

  private void checkUnpadded(String text) throws InexpressibleException {
    if (padded || (normalised && !text.equals(text.strip()))) throw blanks();
    if (text.isEmpty()) throw empty();
    checkNormalised(text);
  }

  /// A text in which white space counts as one blank never has two, or a line's end.
  private void checkNormalised(String text) throws InexpressibleException {
    if (normalised && (text.contains("  ") || text.matches("(?s).*[\\t\\r\\n].*"))) throw blanks();
  }

  private static InexpressibleException empty() {
    return new InexpressibleException("it looks for an empty text");
  }

  private static InexpressibleException blanks() {
    return new InexpressibleException("it counts on white space");
  }

  /// The text as it may stand in a regular expression in a selector: what could mean something to
  /// either is written by its number.
  private String quoted(String text) {
    return normalised
        ? Arrays.stream(text.split(" ", -1))
            .map(Subject::escaped)
            .collect(Collectors.joining(WHITE + "+"))
        : escaped(text);
  }

  private static String escaped(String text) {
    var out = new StringBuilder();
    text.codePoints()
        .forEach(character -> {
          if (Character.isLetterOrDigit(character) || "-_/".indexOf(character) >= 0)
            out.appendCodePoint(character);
          else out.append("\\x{").append(Integer.toHexString(character)).append('}');
        });
    return out.toString();
  }
}
