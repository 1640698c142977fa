package dev.seguia.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// The OPML file that the measured daemon watches.
record OutlineFile(Path path) {
  /// Replaces the file in one step, as the daemon may read it at any time.
  void write(String outlines) throws IOException {
    var next =
        Files.writeString(
            path.resolveSibling(path.getFileName() + ".new"),
            """
            <opml version="2.0" xmlns:seguia="https://seguia.dev/opml">
            <head><title>bench</title></head><body>
            %s
            </body></opml>
            """
                .formatted(outlines));
    Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// The same outlines, all paused: none of them is polled.
  static String paused(String outlines) {
    return outlines.replace(" xmlUrl=", " seguia:paused=\"true\" xmlUrl=");
  }
}
