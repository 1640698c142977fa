package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// All settings of the daemon, one record for each section of the file. Each record checks itself;
/// `docs/configuration.md` says what every key means.
///
/// @param language of pages for visitors whose browser asks for none of our languages
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
          "the language of pages (fr, ar or en) if the browser asks for none of these");

  private static final Set<String> LANGUAGES = Set.of("fr", "ar", "en");

  /// Written in place of a secret.
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

  /// The names of the sections that differ from earlier settings.
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

  /// The settings of an empty file.
  public static Config defaults() {
    return Reading.defaults();
  }
}
