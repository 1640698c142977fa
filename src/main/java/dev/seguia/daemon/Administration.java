package dev.seguia.daemon;

import dev.seguia.admin.AdminRoutes;
import dev.seguia.admin.EntryActions;
import dev.seguia.admin.LoginThrottle;
import dev.seguia.admin.OperatorForms;
import dev.seguia.admin.Reports;
import dev.seguia.admin.RuleReapplication;
import dev.seguia.admin.Secret;
import dev.seguia.admin.SessionAuthentication;
import dev.seguia.admin.Sessions;
import dev.seguia.config.HttpSettings;
import dev.seguia.page.OperatorPanels;
import dev.seguia.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// The operator's access to a running daemon: the API for the commands, and the forms of the pages.
/// It outlives a change of settings, so that no one has to log in again because of it.
final class Administration implements AutoCloseable {
  private final Reports reports;
  private final EntryActions actions;
  private final OperatorForms.SourceActions sourceActions;
  private final RuleReapplication reapplication;
  private final Sessions sessions;
  private final LoginThrottle guesses = new LoginThrottle(System::nanoTime);
  private final String key = Secret.newText();

  Administration(
      Reports reports,
      EntryActions actions,
      OperatorForms.SourceActions sourceActions,
      InstantSource clock) {
    this.reports = reports;
    this.actions = actions;
    this.sourceActions = sourceActions;
    reapplication = new RuleReapplication(actions);
    sessions = new Sessions(clock);
  }

  /// How the operator is served under one set of settings.
  ///
  /// @param routes beside the pages
  /// @param panels for the pages
  record Served(List<Route> routes, OperatorPanels panels) {}

  Served served(HttpSettings http) {
    var authentication = new SessionAuthentication(http, sessions, guesses);
    var machine = new AdminRoutes(reports, actions, sourceActions, http, key, guesses);
    var forms = new OperatorForms(authentication, actions, reapplication, sourceActions);
    return new Served(
        Stream.concat(machine.routes().stream(), forms.routes().stream()).toList(),
        new OperatorPanels(authentication, reapplication));
  }

  /// The key with which the commands authenticate as the operator.
  String key() {
    return key;
  }

  /// Stops background work; the store may be closed then.
  @Override
  public void close() {
    reapplication.close();
  }
}
