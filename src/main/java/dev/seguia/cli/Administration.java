package dev.seguia.cli;

import dev.seguia.admin.AdminRoutes;
import dev.seguia.admin.Applying;
import dev.seguia.admin.Curation;
import dev.seguia.admin.DoorSettings;
import dev.seguia.admin.Guesses;
import dev.seguia.admin.OperatorForms;
import dev.seguia.admin.PageDoor;
import dev.seguia.admin.Reports;
import dev.seguia.admin.Secret;
import dev.seguia.admin.Sessions;
import dev.seguia.config.Http;
import dev.seguia.page.Desk;
import dev.seguia.page.Desks;
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
  private final Curation curation;
  private final OperatorForms.Deeds deeds;
  private final Applying applying;
  private final Sessions sessions;
  private final Guesses guesses = new Guesses(System::nanoTime);
  private final String key = Secret.newText();

  Administration(
      Reports reports, Curation curation, OperatorForms.Deeds deeds, InstantSource clock) {
    this.reports = reports;
    this.curation = curation;
    this.deeds = deeds;
    applying = new Applying(curation);
    sessions = new Sessions(clock);
  }

  /// How the operator is served, as one set of settings wants it.
  ///
  /// @param routes beside the pages
  /// @param desks for the pages
  record Served(List<Route> routes, Desks desks) {}

  Served served(Http http) {
    var settings = new DoorSettings(http.token(), http.baseUrl());
    var door = new PageDoor(settings, sessions, guesses);
    var machine = new AdminRoutes(reports, curation, deeds, settings, key, guesses);
    var forms = new OperatorForms(door, curation, applying, deeds);
    return new Served(
        Stream.concat(machine.routes().stream(), forms.routes().stream()).toList(),
        new Desks(true, door.takesToken(), request -> desk(door, request)));
  }

  /// What the commands show for being the operator's.
  String key() {
    return key;
  }

  private Optional<Desk> desk(PageDoor door, Request request) {
    return door.welcome(request)
        .map(welcome ->
            new Desk(
                welcome.session().key(),
                welcome.cookie(),
                welcome
                    .session()
                    .takeNotice()
                    .map(told -> new Desk.Notice(told.kind().word(), told.count(), told.detail())),
                applying.progress().map(Administration::applying),
                door.takesToken()));
  }

  private static Desk.Applying applying(Applying.Progress progress) {
    return new Desk.Applying(
        progress.state().word(),
        progress.state() == Applying.State.RUNNING,
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
