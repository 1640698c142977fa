package dev.seguia.testing;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// The feed reader newsboat, where it is installed.
public final class Newsboat {
  private static final Pattern UNREAD = Pattern.compile("(\\d+) unread articles");
  private static final long MOST_SECONDS = 60;

  private final Path home;

  private Newsboat(Path home) {
    this.home = home;
  }

  /// A reader without any subscription; skips the calling test, with a message, where there is
  /// none.
  ///
  /// @param home an empty directory
  public static Newsboat in(Path home) {
    Assumptions.assumeTrue(
        isInstalled(), "skipped: no newsboat on the PATH (Debian: apt-get install newsboat)");
    return new Newsboat(home);
  }

  private static boolean isInstalled() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "newsboat")));
  }

  /// How many articles it has after it subscribed to a feed.
  public int articlesOf(URI feed) throws IOException, InterruptedException {
    Files.writeString(home.resolve("urls"), feed + "\n");
    Files.writeString(home.resolve("config"), "reload-threads 1\n");
    Files.deleteIfExists(home.resolve("cache.db"));
    run("reload");
    var words = run("print-unread");
    var unread = UNREAD.matcher(words);
    if (!unread.find()) throw new IOException("newsboat says: " + words);
    return Integer.parseInt(unread.group(1));
  }

  private String run(String action) throws IOException, InterruptedException {
    var builder =
        new ProcessBuilder(
            List.of(
                "newsboat", "-q", "-u", "urls", "-c", "cache.db", "-C", "config", "-x", action));
    builder.environment().put("HOME", home.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("NO_PROXY", "*");
    var out = home.resolve("out");
    var process =
        builder
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile())
            .start();
    if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IOException("newsboat does not come to an end");
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
