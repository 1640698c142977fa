package dev.seguia.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.store.StoreWorld;
import dev.seguia.web.Request;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A page can give its own host's name this machine's address, and then ask as if it were here.
final class AdminRoutesHostTest {

  @ParameterizedTest(name = "Host {0}: {1}")
  @CsvSource({
    "localhost:8360, 200",
    "LOCALHOST, 200",
    "127.0.0.1:8360, 200",
    "[::1]:8360, 200",
    "evil.example:8360, 403",
    "127.0.0.1.evil.example, 403",
    "localhost.evil.example:8360, 403"
  })
  void answersWithoutATokenOnlyIfAskedByALocalName(String host, int status) {
    try (var world = new StoreWorld()) {
      var reports = new Reports(world.sources, world.entries, List::of);
      var routes = new AdminRoutes(reports, _ -> Optional.empty(), Optional.empty()).routes();
      var request =
          new Request(
              "GET",
              "/admin/sources",
              "",
              Map.of(),
              name -> name.equals("Host") ? host : "",
              InetAddress.getLoopbackAddress());
      assertThat(routes.getFirst().handler().apply(request).status()).isEqualTo(status);
    }
  }
}
