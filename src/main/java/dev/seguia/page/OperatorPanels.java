package dev.seguia.page;

import dev.seguia.web.Request;
import java.util.Optional;
import java.util.function.Function;

/// Tells the pages whether the operator looks at them.
///
/// @param areOffered whether there is an operator at all who acts from the pages
/// @param takesToken whether the operator has to log in
/// @param of the desk of a visitor; empty for all but the operator
public record OperatorPanels(
    boolean areOffered, boolean takesToken, Function<Request, Optional<OperatorPanel>> of) {

  /// All visitors are the same.
  public static OperatorPanels none() {
    return new OperatorPanels(false, false, _ -> Optional.empty());
  }

  Optional<OperatorPanel> of(Request request) {
    return of.apply(request);
  }
}
