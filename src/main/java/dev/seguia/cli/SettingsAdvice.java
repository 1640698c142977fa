package dev.seguia.cli;

import dev.seguia.config.Config;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Warnings of `check` and `run` about settings that are allowed but probably a mistake.
final class SettingsAdvice {
  /// A shorter one can be guessed.
  private static final int SHORT_TOKEN = 12;

  private static final Set<String> LOCAL_HOSTS = Set.of("localhost", "127.0.0.1", "[::1]");

  private SettingsAdvice() {}

  /// @param file of the settings
  static List<String> of(Config config, Path file) {
    var advice = new ArrayList<String>();
    var http = config.http();
    http.token()
        .filter(token -> token.length() < SHORT_TOKEN)
        .ifPresent(_ ->
            advice.add(
                file
                    + ": http.token has fewer than "
                    + SHORT_TOKEN
                    + " characters and can be guessed; write a long one, as openssl rand -hex 16 makes"));
    if ((http.token().isPresent() || config.store().password().isPresent()) && isOpen(file))
      advice.add(
          file
              + ": every account of this machine can read the file, and it contains a token or password;"
              + " chmod o-r "
              + file);
    if (isForOthers(http.bind()) && LOCAL_HOSTS.contains(http.baseUrl().host()))
      advice.add(
          "%s: http.bind is %s, but the feeds call this machine %s; set http.base-url to the address that readers use"
              .formatted(file, http.bind(), http.baseUrl()));
    return advice;
  }

  private static boolean isForOthers(String bind) {
    return !(bind.startsWith("127.") || bind.equals("::1") || bind.equals("localhost"));
  }

  private static boolean isOpen(Path file) {
    try {
      return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
    } catch (IOException | UnsupportedOperationException none) {
      return false;
    }
  }
}
