package dev.seguia.bench;

import dev.seguia.flood.Launcher;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/// A Java machine of its own that is spoken with line by line, and ends when its input does.
final class Child implements AutoCloseable {
  private static final long LONGEST_STOP_SECONDS = 20;

  /// Standard output is for what it says to us.
  private static final Path LOG_TO_STANDARD_ERROR = Path.of("src", "bench", "logback.xml");

  private final Process process;
  private final BufferedReader output;

  private Child(ProcessBuilder builder) {
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    output = process.inputReader(StandardCharsets.UTF_8);
  }

  /// Starts a class of ours with the options of the launcher and some more.
  static Child of(Class<?> main, List<String> options, Object... arguments) {
    var command = new ArrayList<>(Launcher.java());
    command.addAll(options);
    command.add("-Dlogback.configurationFile=" + LOG_TO_STANDARD_ERROR.toUri());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    for (var argument : arguments) command.add(argument.toString());
    return new Child(new ProcessBuilder(command).redirectError(Redirect.INHERIT));
  }

  /// Starts the program itself.
  ///
  /// @param log where all that it prints goes
  static Child ofProgram(Path jar, List<String> arguments, Path log) {
    var command = new ArrayList<>(Launcher.java());
    command.addAll(List.of("-jar", jar.toString()));
    command.addAll(arguments);
    return new Child(
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()));
  }

  /// What it says next; waits for it.
  String read() {
    try {
      var line = output.readLine();
      if (line == null) throw new IllegalStateException("a measured program ended too early");
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Says something to it, and waits for what it answers.
  String ask(String line) {
    try {
      var input = process.outputWriter(StandardCharsets.UTF_8);
      input.write(line + "\n");
      input.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read();
  }

  long pid() {
    return process.pid();
  }

  Usage usage() {
    return Usage.of(pid());
  }

  /// Sends SIGTERM.
  void terminate() {
    process.destroy();
  }

  /// Its exit status, if it ends within that time.
  OptionalInt exitStatus(Duration wait) throws InterruptedException {
    return process.waitFor(wait) ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
  }

  @Override
  public void close() {
    try {
      process.outputWriter(StandardCharsets.UTF_8).close();
      if (!process.waitFor(1, TimeUnit.SECONDS)) process.destroy();
      if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) process.destroyForcibly();
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
