package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// All settings of the daemon, one record for each section of the file. Each record checks itself;
/// `docs/configuration.md` says what every key means.
///
/// @param language of the pages, where a visitor's browser asks for none that we speak
public record Config(
    HttpSettings http,
    PollingSettings polling,
    FetchSettings fetch,
    FeedSettings feeds,
    PageSettings pages,
    DedupSettings dedup,
    TagSettings tags,
    SearchSettings search,
    RetentionSettings retention,
    StoreSettings store,
    LogSettings log,
    Locale language) {
  static final Key<String> LANGUAGE =
      new Key<>(
          "language",
          Kind.TEXT,
          "fr",
          "of the pages: fr, ar or en; what a visitor's browser asks for wins");

  private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");

  /// Stands for what is not to be shown.
  static final String HIDDEN = "***";

  public Config {
    new Check()
        .that(
            LANGUAGES.contains(language.toLanguageTag()),
            LANGUAGE,
            "must be fr, ar or en",
            language.toLanguageTag())
        .done();
  }

  /// The sections in which these settings are others than those before, as they are called in the
  /// file.
  public List<String> changedSince(Config before) {
    var changed = new ArrayList<String>();
    note(changed, "http", http, before.http);
    note(changed, "polling", polling, before.polling);
    note(changed, "fetch", fetch, before.fetch);
    note(changed, "feeds", feeds, before.feeds);
    note(changed, "pages", pages, before.pages);
    note(changed, "dedup", dedup, before.dedup);
    note(changed, "tags", tags, before.tags);
    note(changed, "search", search, before.search);
    note(changed, "retention", retention, before.retention);
    note(changed, "store", store, before.store);
    note(changed, "log", log, before.log);
    note(changed, "language", language, before.language);
    return changed;
  }

  /// The same settings on another port.
  public Config withPort(int port) {
    return new Config(
        http.withPort(port),
        polling,
        fetch,
        feeds,
        pages,
        dedup,
        tags,
        search,
        retention,
        store,
        log,
        language);
  }

  private static void note(List<String> changed, String name, Object now, Object before) {
    if (!now.equals(before)) changed.add(name);
  }

  /// The settings of someone who has set nothing.
  public static Config defaults() {
    return Reading.defaults();
  }
}
