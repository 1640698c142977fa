package dev.seguia.testing;

import dev.seguia.config.Config;
import dev.seguia.config.ConfigFile;
import dev.seguia.config.ConfigResult;
import dev.seguia.config.FetchSettings;
import dev.seguia.config.HttpSettings;
import dev.seguia.config.PageSettings;
import dev.seguia.url.BaseUrl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Settings for tests: the defaults, except what a test names.
public final class TestSettings {
  private TestSettings() {}

  /// The defaults with some settings changed.
  ///
  /// @param settings as in `feeds.size=10`
  public static Config of(String... settings) {
    return switch (ConfigFile.read(ConfigFile.DEFAULT, Map.of(), List.of(settings))) {
      case ConfigResult.Read(var config) -> config;
      case ConfigResult.Faulty faulty -> throw new AssertionError(faulty.complaints().toString());
    };
  }

  /// A server at any free port.
  public static HttpSettings http(BaseUrl baseUrl) {
    return of("http.port=0", "http.base-url=" + baseUrl).http();
  }

  /// Dates in UTC.
  public static PageSettings pages() {
    return of("pages.time-zone=Z").pages();
  }

  /// Fetches from loopback, too.
  public static FetchSettings fetch(Duration timeout, long maxBody) {
    return new FetchSettings(
        timeout, maxBody, "Seguia/test", Optional.empty(), List.of("127.0.0.0/8", "::1/128"));
  }
}
