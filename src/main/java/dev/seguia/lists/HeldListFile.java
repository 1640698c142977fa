package dev.seguia.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seguia.fetch.Validators;
import dev.seguia.source.WebLists.Copy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// A held list as a file: a line for each thing that is known of it, an empty line, and the
/// document as it came.
final class HeldListFile {
  private static final String FIRST_LINE =
      "# A list on the web that your list of sources includes.";

  private HeldListFile() {}

  /// What lies in a file.
  ///
  /// @return empty if there is none
  /// @throws IOException if it cannot be read, or is no such file
  static Optional<HeldList> read(Path file) throws IOException {
    try {
      return Optional.of(decoded(Files.readAllBytes(file)));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("it is damaged", e);
    }
  }

  /// Puts the file in the place of an older one, whole or not at all.
  static void write(Path file, HeldList list) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var draft = file.resolveSibling(file.getFileName() + ".new");
    try (var channel =
        FileChannel.open(
            draft,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      var bytes = ByteBuffer.wrap(encoded(list));
      while (bytes.hasRemaining()) channel.write(bytes);
      channel.force(true);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static byte[] encoded(HeldList list) {
    var known = new LinkedHashMap<String, String>();
    known.put("url", list.url().toString());
    list.copy()
        .ifPresent(copy -> {
          known.put("location", copy.location().toString());
          known.put("public", String.valueOf(copy.isPublic()));
          known.put("length", String.valueOf(copy.document().length));
        });
    list.validators().etag().ifPresent(tag -> known.put("etag", tag));
    list.validators().lastModified().ifPresent(date -> known.put("last-modified", date));
    list.validators().of().ifPresent(of -> known.put("validators-of", of.toString()));
    known.put("due", list.due().toString());
    known.put("failures", String.valueOf(list.failures()));
    list.trouble().ifPresent(reason -> known.put("trouble", reason));
    var text = new StringBuilder(FIRST_LINE).append('\n');
    known.forEach((name, value) ->
        text.append(name).append(": ").append(value.replaceAll("\\R", " ")).append('\n'));
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(text.append('\n').toString().getBytes(UTF_8));
    list.copy().ifPresent(copy -> bytes.writeBytes(copy.document()));
    return bytes.toByteArray();
  }

  private static HeldList decoded(byte[] bytes) {
    var end = endOfLines(bytes);
    var known = new LinkedHashMap<String, String>();
    new String(bytes, 0, end, UTF_8)
        .lines()
        .filter(line -> !line.startsWith("#") && !line.isEmpty())
        .forEach(line -> {
          var colon = line.indexOf(": ");
          if (colon < 0) throw new IllegalArgumentException(line);
          known.put(line.substring(0, colon), line.substring(colon + 2));
        });
    var document = Arrays.copyOfRange(bytes, end, bytes.length);
    return new HeldList(
        URI.create(needed(known, "url")),
        copy(known, document),
        new Validators(
            value(known, "etag"),
            value(known, "last-modified"),
            value(known, "validators-of").map(URI::create)),
        Instant.parse(needed(known, "due")),
        Integer.parseInt(needed(known, "failures")),
        value(known, "trouble"));
  }

  private static Optional<Copy> copy(Map<String, String> known, byte[] document) {
    if (value(known, "location").isEmpty()) return Optional.empty();
    if (document.length != Integer.parseInt(needed(known, "length")))
      throw new IllegalArgumentException("cut");
    var location = URI.create(needed(known, "location"));
    return Optional.of(new Copy(location, document, Boolean.parseBoolean(needed(known, "public"))));
  }

  private static Optional<String> value(Map<String, String> known, String name) {
    return Optional.ofNullable(known.get(name));
  }

  private static String needed(Map<String, String> known, String name) {
    return value(known, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
  }

  /// Where the document begins, behind the first empty line.
  private static int endOfLines(byte[] bytes) {
    for (var i = 1; i < bytes.length; i++)
      if (bytes[i] == '\n' && bytes[i - 1] == '\n') return i + 1;
    throw new IllegalArgumentException("no end of the lines");
  }
}
