package dev.seguia.cli;

import dev.seguia.admin.AdminRoutes;
import dev.seguia.admin.AuthSettings;
import dev.seguia.admin.EntryActions;
import dev.seguia.admin.LoginThrottle;
import dev.seguia.admin.OperatorForms;
import dev.seguia.admin.Reports;
import dev.seguia.admin.RuleReapplication;
import dev.seguia.admin.Secret;
import dev.seguia.admin.SessionAuthentication;
import dev.seguia.admin.Sessions;
import dev.seguia.config.Http;
import dev.seguia.page.OperatorPanel;
import dev.seguia.page.OperatorPanels;
import dev.seguia.web.Request;
import dev.seguia.web.Route;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What the operator has of a running daemon: the questions of the commands, and the forms of the
/// pages. It outlives a change of settings, so that no one has to log in anew for it.
final class Administration implements AutoCloseable {
  private final Reports reports;
  private final EntryActions curation;
  private final OperatorForms.Deeds deeds;
  private final RuleReapplication applying;
  private final Sessions sessions;
  private final LoginThrottle guesses = new LoginThrottle(System::nanoTime);
  private final String key = Secret.newText();

  Administration(
      Reports reports, EntryActions curation, OperatorForms.Deeds deeds, InstantSource clock) {
    this.reports = reports;
    this.curation = curation;
    this.deeds = deeds;
    applying = new RuleReapplication(curation);
    sessions = new Sessions(clock);
  }

  /// How the operator is served, as one set of settings wants it.
  ///
  /// @param routes beside the pages
  /// @param desks for the pages
  record Served(List<Route> routes, OperatorPanels desks) {}

  Served served(Http http) {
    var settings = new AuthSettings(http.token(), http.baseUrl());
    var door = new SessionAuthentication(settings, sessions, guesses);
    var machine = new AdminRoutes(reports, curation, deeds, settings, key, guesses);
    var forms = new OperatorForms(door, curation, applying, deeds);
    return new Served(
        Stream.concat(machine.routes().stream(), forms.routes().stream()).toList(),
        new OperatorPanels(true, door.takesToken(), request -> desk(door, request)));
  }

  /// What the commands show for being the operator's.
  String key() {
    return key;
  }

  private Optional<OperatorPanel> desk(SessionAuthentication door, Request request) {
    return door.welcome(request)
        .map(welcome ->
            new OperatorPanel(
                welcome.session().key(),
                welcome.cookie(),
                welcome
                    .session()
                    .takeNotice()
                    .map(told ->
                        new OperatorPanel.Notice(told.kind().word(), told.count(), told.detail())),
                applying.progress().map(Administration::applying),
                door.takesToken()));
  }

  private static OperatorPanel.Applying applying(RuleReapplication.Progress progress) {
    return new OperatorPanel.Applying(
        progress.state().word(),
        progress.state() == RuleReapplication.State.RUNNING,
        progress.looked(),
        progress.changed(),
        progress.total());
  }

  /// Ends what is being done behind the requests; the store may be closed then.
  @Override
  public void close() {
    applying.close();
  }
}
