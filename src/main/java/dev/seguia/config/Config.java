package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.Locale;
import java.util.Set;

/// All settings of the daemon, one record for each section of the file. Each record checks itself;
/// `docs/configuration.md` says what every key means.
///
/// @param language of the pages, where a visitor's browser asks for none that we speak
public record Config(
    Http http,
    Polling polling,
    Fetch fetch,
    Feeds feeds,
    Pages pages,
    Dedup dedup,
    Tags tags,
    Search search,
    Websub websub,
    Retention retention,
    Store store,
    Log log,
    Locale language) {
  private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");

  /// Stands for what is not to be shown.
  static final String HIDDEN = "***";

  public Config {
    new Check()
        .that(
            LANGUAGES.contains(language.toLanguageTag()),
            "language",
            "must be fr, ar or en",
            language.toLanguageTag())
        .done();
  }

  /// The settings of someone who has set nothing.
  public static Config defaults() {
    return Reading.defaults();
  }
}
