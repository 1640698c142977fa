package dev.seguia.quality;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/// Reads an archive of files (`tar.gz`, as POSIX says).
final class Archive {
  private static final int BLOCK = 512;
  private static final int NAME = 100;
  private static final int SIZE = 124;
  private static final int SIZE_END = 135;

  private Archive() {}

  /// The files by their names, in the order of these.
  static Map<String, byte[]> files(Path archive) throws IOException {
    var files = new TreeMap<String, byte[]>();
    try (var blocks = new DataInputStream(new GZIPInputStream(Files.newInputStream(archive)))) {
      while (true) {
        var header = blocks.readNBytes(BLOCK);
        if (header.length < BLOCK || header[0] == 0) return files;
        var size = Integer.parseInt(text(header, SIZE, SIZE_END), 8);
        var body = blocks.readNBytes(size);
        blocks.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
        if (size > 0) files.put(text(header, 0, NAME), body);
      }
    }
  }

  private static String text(byte[] header, int from, int to) {
    var end = from;
    while (end < to && header[end] != 0) end++;
    return new String(header, from, end - from, StandardCharsets.UTF_8).strip();
  }
}
