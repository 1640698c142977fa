package dev.seguia.page;

import dev.seguia.admin.RuleReapplication;
import dev.seguia.admin.Session;
import dev.seguia.admin.SessionAuthentication;
import dev.seguia.web.Request;
import java.util.Optional;

/// The panels of the operator on the pages: none for all other visitors.
///
/// @param authentication tells the operator from others; empty where nobody acts from the pages
/// @param applying the rules applied to what is stored, for the panel to tell of
public record OperatorPanels(
    Optional<SessionAuthentication> authentication, Optional<RuleReapplication> applying) {

  public OperatorPanels(SessionAuthentication authentication, RuleReapplication applying) {
    this(Optional.of(authentication), Optional.of(applying));
  }

  /// Pages without an operator.
  public static OperatorPanels none() {
    return new OperatorPanels(Optional.empty(), Optional.empty());
  }

  /// Whether there is an operator at all who acts from the pages.
  boolean areOffered() {
    return authentication.isPresent();
  }

  /// Whether the operator has to log in.
  boolean takesToken() {
    return authentication.filter(SessionAuthentication::takesToken).isPresent();
  }

  /// The panel of a visitor; empty for all but the operator.
  Optional<OperatorPanel> of(Request request) {
    return authentication
        .flatMap(known -> known.welcome(request))
        .map(welcome -> panel(welcome.session(), welcome.cookie()));
  }

  private OperatorPanel panel(Session session, Optional<String> cookie) {
    return new OperatorPanel(
        session.key(),
        cookie,
        session.takeNotice(),
        applying.flatMap(RuleReapplication::progress),
        takesToken());
  }
}
