package dev.seguia.xpath;

import dev.seguia.xpath.Expression.Call;
import dev.seguia.xpath.Expression.Figures;
import dev.seguia.xpath.Expression.Operation;
import java.util.Optional;

/// A predicate on the position: `[2]`, `[position() > 1]`, `[last()]`.
///
/// @param formula as in `:nth-child`
/// @param fromEnd whether it counts from the last
/// @param negated whether all are meant but these
record Position(String formula, boolean fromEnd, boolean negated) {
  private static final int MOST_DIGITS = 6;

  /// The position that a condition is; empty if it is about something else.
  static Optional<Position> of(Expression condition) throws InexpressibleException {
    return switch (condition) {
      case Figures(var digits) -> Optional.of(at(number(digits), false));
      case Call call when call.is("last", 0) -> Optional.of(at(1, true));
      case Operation operation when operation.is("-") -> beforeLast(operation);
      case Operation(var sign, Call call, var right) when call.is("position", 0) ->
          Optional.of(compared(sign, right));
      default -> Optional.empty();
    };
  }

  boolean isFirst() {
    return equals(at(1, false));
  }

  boolean isLast() {
    return equals(at(1, true));
  }

  private static Position at(int place, boolean fromEnd) {
    return new Position(Integer.toString(place), fromEnd, false);
  }

  private static Optional<Position> beforeLast(Operation operation) throws InexpressibleException {
    return operation.left() instanceof Call call
            && call.is("last", 0)
            && operation.right() instanceof Figures(var digits)
        ? Optional.of(at(number(digits) + 1, true))
        : Optional.empty();
  }

  private static Position compared(String sign, Expression with) throws InexpressibleException {
    if (!(with instanceof Figures(var digits))) return comparedToLast(sign, with);
    var number = number(digits);
    return switch (sign) {
      case "=" -> at(number, false);
      case "!=" -> new Position(digits, false, true);
      case "<=" -> new Position("-n+" + number, false, false);
      case "<" -> new Position("n+" + number, false, true);
      case ">=" -> new Position("n+" + number, false, false);
      case ">" -> new Position("-n+" + number, false, true);
      default -> throw incomparable();
    };
  }

  private static Position comparedToLast(String sign, Expression with)
      throws InexpressibleException {
    var last = of(with).filter(Position::fromEnd).orElseThrow(Position::incomparable);
    return switch (sign) {
      case "=" -> last;
      case "!=" -> new Position(last.formula, true, true);
      case "<" -> new Position("-n+" + last.formula, true, true);
      default -> throw incomparable();
    };
  }

  private static int number(String digits) throws InexpressibleException {
    if (digits.length() > MOST_DIGITS || !digits.matches("0*[1-9]\\d*"))
      throw new InexpressibleException("there is no place " + digits);
    return Integer.parseInt(digits);
  }

  private static InexpressibleException incomparable() {
    return new InexpressibleException("it reckons with positions");
  }
}
