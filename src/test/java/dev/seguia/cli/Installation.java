package dev.seguia.cli;

import dev.seguia.config.Config;
import dev.seguia.daemon.Daemon;
import dev.seguia.daemon.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine;

/// A folder with settings, a list of sources and the data of a daemon.
record Installation(Path folder) {
  static final List<String> USUAL =
      List.of(
          "http: {port: 0}",
          "fetch: {allow-addresses: [127.0.0.0/8]}",
          "polling: {min-interval: 1h, max-interval: 1h, new-per-second: 100, per-host: 8}");

  Path data() {
    return folder.resolve("data");
  }

  Path config() {
    return folder.resolve("seguia.yaml");
  }

  Path opml() {
    return folder.resolve("feeds.opml");
  }

  /// The usual settings, and more lines behind them.
  void settings(String... more) {
    settings(Stream.concat(USUAL.stream(), Stream.of(more)).toList());
  }

  void settings(List<String> lines) {
    write(config(), String.join("\n", lines) + "\n");
  }

  /// Sources in the folder Maroc, named by the last part of their path.
  void sources(URI... urls) {
    write(
        opml(),
        Stream.of(urls)
            .map(url ->
                "<outline type='rss' text='%s' xmlUrl='%s'/>"
                    .formatted(url.getPath().substring(1), url))
            .collect(
                Collectors.joining(
                    "\n",
                    "<opml version='2.0'><body><outline text='Maroc'>\n",
                    "\n</outline></body></opml>\n")));
  }

  /// Puts a whole file in the place of the old one, as an editor does.
  private void write(Path file, String text) {
    try {
      var draft = Files.writeString(folder.resolve("draft"), text);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void breakSources(String text) {
    write(opml(), text);
  }

  /// What stands on the command line of every command that works here.
  List<String> arguments() {
    return List.of(
        "--config", config().toString(), "--opml", opml().toString(), "--data", data().toString());
  }

  /// Runs a command here and to its end.
  Said say(String command, String... more) {
    var all = new ArrayList<>(List.of(command));
    all.addAll(arguments());
    all.addAll(List.of(more));
    return Said.by(all);
  }

  Options options() {
    return CommandLine.populateCommand(new Options(), arguments().toArray(String[]::new));
  }

  Config readConfig() {
    return SetupFaults.config(options().readConfig()).orElseThrow();
  }

  Daemon daemon() {
    return new Daemon(
        readConfig(), options().readSources().sources(), data(), List.of(), InstantSource.system());
  }

  /// The store itself; no daemon may be running on it.
  Stores stores() {
    return Stores.open(readConfig(), data(), InstantSource.system());
  }

  /// A feed of so many entries, dated a minute apart, whose ids and links begin with its name.
  static String rss(String name, int entries) {
    return IntStream.rangeClosed(1, entries)
        .mapToObj(number ->
            """
            <item><title>Entry %2$d of %1$s</title><guid isPermaLink='false'>tag:%1$s,2025:%2$d</guid>
            <link>https://%1$s.example/news/%2$d</link>
            <pubDate>Fri, 14 Nov 2025 %3$02d:%4$02d:00 GMT</pubDate>
            <description>What there is to say of %2$d in %1$s.</description></item>
            """
                .formatted(name, number, number / 60 % 24, number % 60))
        .collect(
            Collectors.joining(
                "",
                "<rss version='2.0'><channel><title>%s</title><link>https://%s.example/</link>"
                    .formatted(name, name),
                "</channel></rss>"));
  }
}
