package dev.seguia.flood;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The launcher of the program, as far as those need it who start a Java machine as it does.
public final class Launcher {
  private static final Path SCRIPT = Path.of("seguia");
  private static final Pattern JVM_OPTION =
      Pattern.compile("(?<=\\s)(-XX?:?[\\w:+=.-]+|--enable-native-access=\\S+)");

  private Launcher() {}

  /// The Java machine of this process and the options that the launcher starts it with.
  public static List<String> java() {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options());
    return command;
  }

  /// Read from the launcher, so that what is measured is what users run.
  public static List<String> options() {
    try {
      var script = Files.readString(SCRIPT);
      var start = script.substring(script.lastIndexOf("exec "));
      return JVM_OPTION.matcher(start).results().map(found -> found.group()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("run this at the top of the project", e);
    }
  }
}
