package dev.seguia.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.seguia.fetch.Validators;
import dev.seguia.files.OwnerOnly;
import dev.seguia.lists.HeldList.Held;
import dev.seguia.source.Source;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Stores web lists as files: for each a metadata file, and the document as it came, with its hash
/// as the name. The metadata is written last, so that it always refers to a complete document.
record ListFiles(Path directory) {
  /// Names of ours: an id, and the hash of a document, or a draft of either.
  private static final Pattern OURS =
      Pattern.compile("([0-9a-f]{12})(?:\\.list|-[0-9a-f]{64}\\.opml)(?:\\.new)?");

  private static final String FIRST_LINE =
      "# A list on the web that your list of sources includes.";

  /// Reads the state of a list.
  ///
  /// @return empty if nothing is
  /// @throws IOException if it cannot be read, or is damaged
  Optional<HeldList> read(URI url) throws IOException {
    try {
      var list = decoded(Files.readString(note(url)));
      return Optional.of(list).filter(read -> read.url().equals(url));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IOException("it is damaged", e);
    }
  }

  /// The document of a copy.
  ///
  /// @throws IOException if it is not there, or is another one
  byte[] document(URI url, Held held) throws IOException {
    var bytes = Files.readAllBytes(documentFile(url, held));
    if (!Held.hash(bytes).equals(held.hash())) throw new IOException("it is damaged");
    return bytes;
  }

  /// @param before what was known until now
  void write(HeldList list, Optional<byte[]> newer, HeldList before) throws IOException {
    OwnerOnly.createDirectories(directory);
    if (newer.isPresent() && list.held().isPresent())
      write(documentFile(list.url(), list.held().get()), newer.get());
    write(note(list.url()), encoded(list).getBytes(UTF_8));
    if (before.held().isPresent() && !isSameDocument(before, list))
      Files.deleteIfExists(documentFile(list.url(), before.held().get()));
  }

  private static boolean isSameDocument(HeldList one, HeldList other) {
    return one.held().map(Held::hash).equals(other.held().map(Held::hash));
  }

  /// Whole or not at all. No channel, which an interrupt would close in the middle.
  private static void write(Path file, byte[] bytes) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    OwnerOnly.createMissingFile(draft);
    try (var out = new FileOutputStream(draft.toFile())) {
      out.write(bytes);
      out.getFD().sync();
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /// Deletes the files of other lists.
  void keepOnly(Collection<URI> urls) throws IOException {
    var wanted = urls.stream().map(Source::idOf).collect(Collectors.toSet());
    try (var files = Files.list(directory)) {
      for (var file : files.toList()) {
        var name = OURS.matcher(file.getFileName().toString());
        if (name.matches() && !wanted.contains(name.group(1))) Files.deleteIfExists(file);
      }
    } catch (NoSuchFileException nothingHeld) {
      // there is no directory before the first copy
    }
  }

  private Path note(URI url) {
    return directory.resolve(Source.idOf(url) + ".list");
  }

  private Path documentFile(URI url, Held held) {
    return directory.resolve(Source.idOf(url) + "-" + held.hash() + ".opml");
  }

  private static String encoded(HeldList list) {
    var known = new LinkedHashMap<String, String>();
    known.put("url", list.url().toString());
    list.held()
        .ifPresent(held -> {
          known.put("location", held.location().toString());
          known.put("public", String.valueOf(held.isPublic()));
          known.put("hash", held.hash());
        });
    list.validators().etag().ifPresent(tag -> known.put("etag", tag));
    list.validators().lastModified().ifPresent(date -> known.put("last-modified", date));
    list.validators().of().ifPresent(of -> known.put("validators-of", of.toString()));
    known.put("asked", list.asked().toString());
    known.put("not-before", list.notBefore().toString());
    known.put("failures", String.valueOf(list.failures()));
    list.trouble().ifPresent(reason -> known.put("trouble", reason));
    return known.entrySet().stream()
        .map(line -> line.getKey() + ": " + line.getValue().replaceAll("\\R", " ") + "\n")
        .collect(Collectors.joining("", FIRST_LINE + "\n", "end: \n"));
  }

  private static HeldList decoded(String text) {
    var known = new LinkedHashMap<String, String>();
    for (var line : text.lines().toList()) {
      if (line.startsWith("#")) continue;
      var colon = line.indexOf(": ");
      if (colon < 0) throw new IllegalArgumentException(line);
      known.put(line.substring(0, colon), line.substring(colon + 2));
    }
    needed(known, "end");
    return new HeldList(
        URI.create(needed(known, "url")),
        value(known, "location").map(URI::create).map(location -> held(location, known)),
        new Validators(
            value(known, "etag"),
            value(known, "last-modified"),
            value(known, "validators-of").map(URI::create)),
        Instant.parse(needed(known, "asked")),
        Instant.parse(needed(known, "not-before")),
        Integer.parseInt(needed(known, "failures")),
        value(known, "trouble"));
  }

  private static Held held(URI location, Map<String, String> known) {
    // Whatever is not plainly the user's own is a stranger's.
    return new Held(location, !needed(known, "public").equals("false"), needed(known, "hash"));
  }

  private static Optional<String> value(Map<String, String> known, String name) {
    return Optional.ofNullable(known.get(name));
  }

  private static String needed(Map<String, String> known, String name) {
    return value(known, name).orElseThrow(() -> new IllegalArgumentException("no " + name));
  }
}
