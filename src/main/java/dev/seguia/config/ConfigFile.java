package dev.seguia.config;

import dev.seguia.config.Value.Mapping;
import dev.seguia.config.Value.Pair;
import dev.seguia.config.Value.Place;
import dev.seguia.text.NearestName;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads the settings. Values in the file replace defaults, environment variables replace values in
/// the file, and options of the command line replace both.
public final class ConfigFile {
  /// The default path of the file, which may be missing there.
  public static final Path DEFAULT = Path.of("config", "seguia.yaml");

  private static final String OPTION = "--set";
  private static final String ENVIRONMENT = "environment";

  /// Variables of the launcher, and those in place of options for files.
  private static final Set<String> OTHERS =
      Set.of("SEGUIA_JAVA_HOME", "SEGUIA_JAVA_OPTS", "SEGUIA_DATA", "SEGUIA_OPML", "SEGUIA_CONFIG");

  /// Limit: size of the configuration file; a larger one is an error.
  ///
  /// Real files have a few kilobytes; a large file that is not one would take long to parse.
  private static final long LARGEST = 1 << 20;

  private static final String PLATFORM = "tcp://";

  /// An unknown variable that differs from all known ones by more letters belongs to another
  /// program.
  private static final int MISTYPED = 3;

  private final Path file;
  private final Reading reading = new Reading();
  private final Set<String> seen = new HashSet<>();

  private ConfigFile(Path file) {
    this.file = file;
  }

  /// The settings, or all errors in them.
  ///
  /// @param environment the variables of the process
  /// @param settings as in `polling.min-interval=30s`; the last one for a key counts
  public static ConfigResult read(
      Path file, Map<String, String> environment, List<String> settings) {
    var config = new ConfigFile(file);
    config.readFile();
    new TreeMap<>(environment).forEach(config::readVariable);
    settings.forEach(config::readSetting);
    return config.reading.result();
  }

  private void readFile() {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
        reading.complain(line(0), "not a regular file", "name a settings file");
        return;
      }
      if (Files.exists(file) && Files.size(file) > LARGEST) {
        reading.complain(line(0), "the file is larger than 1 MB", "name a settings file");
        return;
      }
      var document = Yaml.read(Files.readString(file), file.toString());
      document.ifPresent(this::readDocument);
    } catch (NoSuchFileException e) {
      if (!file.equals(DEFAULT))
        reading.complain(line(0), "no such file", "name an existing file, or omit --config");
    } catch (CharacterCodingException e) {
      reading.complain(line(0), "the file is not UTF-8", "save it as UTF-8");
    } catch (AccessDeniedException e) {
      reading.complain(
          line(0), "no permission to read the file", "make the file readable for this user");
    } catch (IOException e) {
      var what = Files.isDirectory(file) ? "this is a directory" : "the file cannot be read: " + e;
      reading.complain(line(0), what, "name a readable file");
    } catch (Yaml.Malformed e) {
      reading.complain(line(e.line()), "invalid YAML: " + e.getMessage(), "fix the syntax");
    }
  }

  private Place line(int line) {
    return new Place(file.toString(), line);
  }

  private void readDocument(Value document) {
    if (document instanceof Mapping mapping) mapping.pairs().forEach(this::readTop);
    else if (!isEmpty(document))
      reading.complain(
          document.place(), "the file contains no sections", "write sections, as in http:");
  }

  private void readTop(Pair pair) {
    var isKey = Keys.named(pair.key()).isPresent();
    var name = pair.key();
    if (isKey || name.indexOf('.') > 0) readKey(name, pair);
    else if (!Keys.SECTIONS.contains(name)) complainOfSection(pair);
    else if (isNew(name, pair)) readSection(name, pair.value());
  }

  private void complainOfSection(Pair pair) {
    var what = "unknown section " + pair.key();
    reading.complain(pair.place(), what, mend(Keys.nearestAtTheTopTo(pair.key())));
  }

  private void readSection(String section, Value value) {
    if (value instanceof Mapping mapping)
      mapping.pairs().forEach(pair -> readKey(section + "." + pair.key(), pair));
    else if (!isEmpty(value)) {
      var example = Keys.NAMES.stream().filter(name -> name.startsWith(section)).findFirst();
      reading.complain(
          value.place(),
          section + " must be a map of keys",
          "write keys, as in " + example.orElseThrow());
    }
  }

  private void readKey(String name, Pair pair) {
    var key = Keys.named(name);
    if (key.isEmpty()) complainOfKey(pair.place(), name);
    else if (isNew(name, pair)) reading.give(key.get(), pair.value());
  }

  private void complainOfKey(Place place, String name) {
    reading.complain(place, "unknown key " + name, mend(Keys.nearestTo(name)));
  }

  private static String mend(Optional<String> nearest) {
    return nearest
        .map(known -> "did you mean " + known + "?")
        .orElse("remove it; docs/configuration.md lists every setting");
  }

  private boolean isNew(String name, Pair pair) {
    var added = seen.add(name);
    if (!added)
      reading.complain(pair.place(), name + " is set twice in this file", "remove one of them");
    return added;
  }

  private static boolean isEmpty(Value value) {
    return value instanceof Value.Scalar scalar && scalar.isNone();
  }

  private void readVariable(String variable, String text) {
    if (!variable.startsWith("SEGUIA_") || OTHERS.contains(variable)) return;
    var place = new Place(ENVIRONMENT, 0);
    var key = Keys.ALL.stream().filter(known -> known.variable().equals(variable)).findFirst();
    if (key.isPresent()) reading.give(key.get(), key.get().value(text, place));
    else if (!text.startsWith(PLATFORM)) complainOfVariable(place, variable);
  }

  /// Reports an unknown variable if it resembles one of ours. Container platforms set variables for
  /// a service named seguia, as in `SEGUIA_SERVICE_HOST` or `SEGUIA_PORT=tcp://10.0.0.1:8360`,
  /// which are ignored.
  private void complainOfVariable(Place place, String variable) {
    var variables = Keys.ALL.stream().map(Key::variable).toList();
    var nearest = NearestName.to(variable, variables).orElseThrow();
    var ofSection =
        Keys.SECTIONS.stream()
            .map(section -> "SEGUIA_" + section.toUpperCase(Locale.ROOT) + "_")
            .anyMatch(variable::startsWith);
    var end = variable.substring("SEGUIA".length());
    var whole = variables.stream().filter(known -> known.endsWith(end)).findFirst();
    if (whole.isPresent() || ofSection || NearestName.distance(variable, nearest) <= MISTYPED)
      reading.complain(
          place,
          "unknown environment variable " + variable,
          "did you mean " + whole.orElse(nearest) + "?");
  }

  private void readSetting(String setting) {
    var place = new Place(OPTION, 0);
    var equals = setting.indexOf('=');
    if (equals < 0) {
      reading.complain(
          place, "'" + setting + "' has no value", "write key=value, as in http.port=8361");
      return;
    }
    var name = setting.substring(0, equals).strip();
    var key = Keys.named(name);
    if (key.isEmpty()) complainOfKey(place, name);
    else reading.give(key.get(), key.get().value(setting.substring(equals + 1), place));
  }
}
