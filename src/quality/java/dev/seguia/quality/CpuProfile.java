package dev.seguia.quality;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/// Where the processor time of this thread goes, by a sample of its calls every few milliseconds
/// (JEP 509, Linux only).
///
/// Nothing is built into what is measured, and each call counts with all that it calls.
final class CpuProfile {
  private static final String SAMPLE = "jdk.CPUTimeSample";

  private final double micros;
  private final List<Set<String>> samples;

  private CpuProfile(double micros, List<Set<String>> samples) {
    this.micros = micros;
    this.samples = samples;
  }

  /// Runs some work, and looks on.
  static CpuProfile of(Path file, Runnable work) throws IOException {
    try (var recording = new Recording()) {
      recording.enable(SAMPLE).with("throttle", "1ms");
      recording.start();
      var start = ThreadTime.now();
      work.run();
      var micros = ThreadTime.microsSince(start);
      recording.stop();
      recording.dump(file);
      return new CpuProfile(micros, samples(file, Thread.currentThread().threadId()));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static List<Set<String>> samples(Path file, long thread) throws IOException {
    var samples = new ArrayList<Set<String>>();
    try (var events = new RecordingFile(file)) {
      while (events.hasMoreEvents()) {
        var event = events.readEvent();
        if (isOf(event, thread)) samples.add(types(event));
      }
    }
    if (samples.isEmpty())
      throw new IllegalStateException("this Java does not sample processor time");
    return samples;
  }

  private static boolean isOf(RecordedEvent event, long thread) {
    return event.getEventType().getName().equals(SAMPLE)
        && event.getStackTrace() != null
        && event.getThread("eventThread").getJavaThreadId() == thread;
  }

  /// The types whose methods were running or waited for another one to return.
  private static Set<String> types(RecordedEvent event) {
    return event.getStackTrace().getFrames().stream()
        .map(frame -> frame.getMethod().getType().getName())
        .collect(Collectors.toSet());
  }

  /// All that the thread took.
  double micros() {
    return micros;
  }

  /// What the methods of some types took, and all that they called.
  double microsOf(String... types) {
    var found = samples.stream().filter(sample -> isIn(sample, types)).count();
    return micros * found / samples.size();
  }

  private static boolean isIn(Set<String> sample, String... types) {
    for (var type : types) if (sample.contains(type)) return true;
    return false;
  }
}
