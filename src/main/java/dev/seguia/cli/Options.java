package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.config.ConfigFile;
import dev.seguia.config.ConfigResult;
import dev.seguia.daemon.Version;
import dev.seguia.fetch.FetchRules;
import dev.seguia.lists.ListStore;
import dev.seguia.source.Objections;
import dev.seguia.source.SourceList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;

/// The options that every command has, and how its help is laid out.
@Command(
    mixinStandardHelpOptions = true,
    versionProvider = Options.ProgramVersion.class,
    descriptionHeading = "%n",
    parameterListHeading = "%n",
    optionListHeading = "%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:success",
      "1:part of the command failed",
      "2:the command line, the settings or the list of sources are invalid: nothing was done"
    },
    footerHeading = "%nExamples:%n",
    sortOptions = false,
    usageHelpAutoWidth = true)
final class Options {
  /// What `--version` prints.
  static final class ProgramVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"Seguia " + Version.current()};
    }
  }

  /// An empty text would be taken for no value at all.
  private static final String NO_FILE = "-";

  @Option(
      names = "--config",
      paramLabel = "FILE",
      defaultValue = "${env:SEGUIA_CONFIG:-config/seguia.yaml}",
      description = "The settings (default: SEGUIA_CONFIG, or config/seguia.yaml).")
  Path config = ConfigFile.DEFAULT;

  @Option(
      names = "--opml",
      arity = "0..1",
      fallbackValue = NO_FILE,
      paramLabel = "FILE",
      description = "The list of sources (default: SEGUIA_OPML, or feeds.opml).")
  private List<String> opml = new ArrayList<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = "${env:SEGUIA_DATA:-data}",
      description = "The data directory, with entries and states (default: SEGUIA_DATA, or data).")
  Path data = Path.of("data");

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets any key of the settings, as in http.port=8361; repeatable.")
  List<String> settings = new ArrayList<>();

  /// The list of sources.
  Path opml() {
    return Path.of(
        opml.stream()
            .filter(file -> !file.equals(NO_FILE))
            .reduce((_, last) -> last)
            .or(() -> Optional.ofNullable(System.getenv("SEGUIA_OPML")))
            .filter(file -> !file.isBlank())
            .orElse("feeds.opml"));
  }

  /// Whether `--opml` stands there without a file, which `export` takes for what it is to write.
  boolean namesOpmlOnly() {
    return opml.contains(NO_FILE);
  }

  /// Reads the settings as they are now.
  ConfigResult readConfig() {
    return ConfigFile.read(config, System.getenv(), settings);
  }

  /// Warnings about allowed but probably unintended settings.
  List<String> advice(ConfigResult config) {
    return SetupFaults.config(config)
        .map(found -> SettingsAdvice.of(found, this.config))
        .orElse(List.of());
  }

  /// Reads the list of sources as it is now. Of the lists on the web that it includes, those count
  /// that a daemon or a poll has brought.
  SourceList readSources() {
    return readSources(ListStore.in(data));
  }

  /// @param lists those on the web
  SourceList readSources(ListStore lists) {
    return SourceList.read(opml(), lists);
  }

  /// Reads the list of sources, and tells which of them the settings keep from being polled.
  SourceList readSources(ListStore lists, ConfigResult config) {
    return SourceList.read(opml(), lists, objections(SetupFaults.config(config)));
  }

  static Objections objections(Optional<Config> config) {
    return config
        .<Objections>map(found -> new FetchRules(found.fetch())::objection)
        .orElse(Objections.none());
  }
}
