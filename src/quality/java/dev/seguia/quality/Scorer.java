package dev.seguia.quality;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs a scorer that is written in Python, where it and Python exist, and shows what it says: our
/// own scores are to be the same.
final class Scorer {
  private Scorer() {}

  static void run(Judged data, String name, Path... arguments) throws IOException {
    var script = data.scorers().resolve(name);
    if (!Files.exists(script)) {
      System.out.println("no scorer at " + script);
      return;
    }
    var command = new ArrayList<>(List.of("python3", script.toString()));
    for (var argument : arguments) command.add(argument.toString());
    System.out.println("== " + String.join(" ", command));
    start(command);
  }

  /// What a scorer prints, line by line; nothing where it cannot be run.
  static List<String> output(Judged data, String name, Object... arguments) throws IOException {
    var script = data.scorers().resolve(name);
    if (!Files.exists(script)) return List.of();
    var command = new ArrayList<>(List.of("python3", script.toString()));
    for (var argument : arguments) command.add(argument.toString());
    try {
      var process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
      try (var lines = process.inputReader()) {
        return lines.lines().toList();
      }
    } catch (IOException e) {
      System.out.println("no python3: " + e.getMessage());
      return List.of();
    }
  }

  private static void start(List<String> command) {
    try {
      System.out.flush();
      var code = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (code != 0) System.out.println("the scorer ended with " + code);
    } catch (IOException e) {
      System.out.println("no python3: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
