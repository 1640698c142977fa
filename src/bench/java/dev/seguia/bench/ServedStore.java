package dev.seguia.bench;

import dev.seguia.config.Config;
import dev.seguia.publish.Publisher;
import dev.seguia.url.BaseUrl;
import dev.seguia.web.Findings;
import dev.seguia.web.WebServer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// The web server of the daemon on a store that was filled from the fixture.
final class ServedStore {
  private static final BaseUrl BASE_URL = BaseUrl.of("http://localhost:8360");

  private ServedStore() {}

  /// Runs until its input ends.
  ///
  /// @param arguments the fixture's URL, how many feeds, and an empty directory
  public static void main(String[] arguments) throws IOException, InterruptedException {
    try (var pipeline =
        new SeguiaPipeline(
            arguments[0], Integer.parseInt(arguments[1]), Path.of(arguments[2]), 0)) {
      pipeline.poll();
      var publisher = new Publisher(pipeline.entries(), Config.defaults().feeds(), BASE_URL);
      try (var web =
          new WebServer(
              Config.defaults().http().withPort(0),
              publisher,
              Findings.none(),
              () -> true,
              List.of())) {
        web.start();
        System.out.println(web.port());
        while (System.in.read() >= 0) {
          // nothing is said here: the end of the input is the sign to stop
        }
      }
    }
  }
}
