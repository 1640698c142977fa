package dev.seguia.bench;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Where the time goes: a flight recording of what is measured, if one is wished.
final class Recording {
  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "A flight recording of Seguia's last run.")
  private @Nullable Path file;

  /// The options of the Java machine to record.
  List<String> options() {
    if (file == null) return List.of();
    return List.of("-XX:StartFlightRecording=settings=profile,filename=" + file, "-Xlog:jfr*=off");
  }
}
