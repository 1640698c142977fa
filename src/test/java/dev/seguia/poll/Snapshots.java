package dev.seguia.poll;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// One feed as it was found again and again, out of an archive with a table of its files.
public record Snapshots(List<Snapshot> all, Map<Integer, List<Edit>> edits) {

  /// The feed as it was at one time.
  ///
  /// @param newIds how many ids in it were never seen before
  public record Snapshot(Instant fetchedAt, byte[] body, int newIds) {}

  /// That an id came back with other fields.
  public record Edit(String id, String fields) {
    boolean isOfText() {
      return fields.contains("title") || fields.contains("desc");
    }
  }

  public static Snapshots read(Path archive) throws IOException {
    var files = files(archive);
    var table = lines(files, "manifest.tsv");
    var all = new ArrayList<Snapshot>();
    for (var row : table)
      all.add(new Snapshot(Instant.parse(row[1]), found(files, row[0]), Integer.parseInt(row[5])));
    var edits = new LinkedHashMap<Integer, List<Edit>>();
    for (var row : lines(files, "edits.tsv"))
      edits
          .computeIfAbsent(Integer.valueOf(row[0]), any -> new ArrayList<>())
          .add(new Edit(row[1], row[2]));
    return new Snapshots(all, edits);
  }

  private static List<String[]> lines(Map<String, byte[]> files, String ending) {
    var text = new String(found(files, ending), StandardCharsets.UTF_8);
    return text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
  }

  private static byte[] found(Map<String, byte[]> files, String ending) {
    return files.entrySet().stream()
        .filter(file -> file.getKey().endsWith(ending))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("no " + ending + " in the archive"));
  }

  /// The files of a tar archive (POSIX ustar, with the long names of pax and GNU).
  static Map<String, byte[]> files(Path archive) throws IOException {
    var files = new LinkedHashMap<String, byte[]>();
    try (var in =
        new DataInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
      for (var header = block(in); header.isPresent(); header = block(in)) {
        var size = Integer.parseInt(field(header.get(), 124, 12).strip(), 8);
        var body = new byte[size];
        in.readFully(body);
        in.skipNBytes((512 - size % 512) % 512);
        if (header.get()[156] == '0' || header.get()[156] == 0)
          files.put(field(header.get(), 0, 100), body);
      }
    }
    return files;
  }

  private static Optional<byte[]> block(DataInputStream in) throws IOException {
    var header = new byte[512];
    try {
      in.readFully(header);
    } catch (EOFException end) {
      return Optional.empty();
    }
    return header[0] == 0 ? Optional.empty() : Optional.of(header);
  }

  private static String field(byte[] header, int from, int length) {
    InputStream field = new ByteArrayInputStream(header, from, length);
    var text = new StringBuilder();
    try {
      for (var next = field.read(); next > 0; next = field.read()) text.append((char) next);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail", impossible);
    }
    return text.toString();
  }
}
