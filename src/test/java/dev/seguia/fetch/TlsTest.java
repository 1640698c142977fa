package dev.seguia.fetch;

import static dev.seguia.fetch.Fetching.fetched;
import static dev.seguia.fetch.Fetching.reason;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.seguia.testing.TestServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.hc.core5.ssl.SSLContexts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TlsTest {
  private static final char[] PASSWORD = "password".toCharArray();

  private static SSLContext ownTrust;
  private static HttpsServer server;

  @BeforeAll
  static void serve(@TempDir Path folder) throws Exception {
    ownTrust = context(certificate(folder.resolve("keys.p12")));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(ownTrust));
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            TestServer.answer(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8));
          }
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
  }

  @Test
  void fetchesFromAServerThatIsVouchedFor() throws Exception {
    try (var fetcher = fetcher(ownTrust)) {
      assertThat(fetched(fetcher.fetch(url("good.example"), Validators.none())).body())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("<rss/>");
    }
  }

  @Test
  void trustsNoCertificateThatNobodyVouchesFor() throws Exception {
    try (var fetcher = fetcher(SSLContexts.createSystemDefault())) {
      assertThat(reason(fetcher.fetch(url("good.example"), Validators.none())))
          .matches("TLS with good.example:\\d+ failed: .*certification path.*");
    }
  }

  @Test
  void trustsNoCertificateOfAnotherName() throws Exception {
    try (var fetcher = fetcher(ownTrust)) {
      assertThat(reason(fetcher.fetch(url("bad.example"), Validators.none())))
          .matches("TLS with bad.example:\\d+ failed: .*bad.example.*");
    }
  }

  private static URI url(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort() + "/");
  }

  private static Fetcher fetcher(SSLContext trust) {
    var names = FixedNames.of(_ -> new InetAddress[] {InetAddress.getLoopbackAddress()});
    return Fetching.fetcher(
        Duration.ofSeconds(10),
        new HttpClientFactory("Seguia/test", names, () -> trust),
        Fetching.loopback(),
        new HostGate(1, 64));
  }

  private static KeyStore certificate(Path file) throws Exception {
    var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    var made =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-dname",
                "CN=good.example",
                "-ext",
                "san=dns:good.example",
                "-validity",
                "2",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .redirectErrorStream(true)
            .start();
    assertThat(made.waitFor()).isZero();
    var keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    return keys;
  }

  private static SSLContext context(KeyStore keys) throws Exception {
    var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys, PASSWORD);
    var certificates = KeyStore.getInstance("PKCS12");
    certificates.load(null, null);
    certificates.setCertificateEntry("server", keys.getCertificate("server"));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(certificates);
    var context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }
}
