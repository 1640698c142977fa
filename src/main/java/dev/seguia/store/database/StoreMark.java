package dev.seguia.store.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/// What is noted beside the store's file, to tell a sound one from one that was cut, emptied or
/// replaced: H2 makes an empty store of an empty file, and goes back to the last sound state of a
/// cut one, both without a word.
///
/// @param created when the store was made, in milliseconds
/// @param writes how many transactions are in it at least
/// @param stopped the file as it was after the last stop in good order; empty while it is in use
record StoreMark(long created, long writes, Optional<Stamp> stopped) {

  /// By which a file is known to be untouched.
  ///
  /// @param modified in milliseconds
  record Stamp(long size, long modified) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
  }

  /// The note in a file.
  ///
  /// @return empty if there is none
  /// @throws IOException if it cannot be read, or is no such note
  static Optional<StoreMark> read(Path file) throws IOException {
    try {
      var noted = new Properties();
      noted.load(new StringReader(Files.readString(file)));
      return Optional.of(of(noted));
    } catch (NoSuchFileException absent) {
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      throw new IOException("it is damaged", e);
    }
  }

  private static StoreMark of(Properties noted) {
    var size = number(noted, "size");
    var modified = number(noted, "modified");
    return new StoreMark(
        number(noted, "created").orElseThrow(IllegalArgumentException::new),
        number(noted, "writes").orElseThrow(IllegalArgumentException::new),
        size.isPresent() && modified.isPresent()
            ? Optional.of(new Stamp(size.getAsLong(), modified.getAsLong()))
            : Optional.empty());
  }

  private static OptionalLong number(Properties noted, String key) {
    var value = noted.getProperty(key);
    return value == null ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(value.strip()));
  }

  /// Puts the note in the place of an older one, whole or not at all.
  void write(Path file) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(draft, text());
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private String text() {
    return """
    # Tells whether the store beside it is whole. Remove it only together with the store.
    created=%d
    writes=%d
    %s\
    """
        .formatted(
            created,
            writes,
            stopped
                .map(stamp -> "size=%d\nmodified=%d\n".formatted(stamp.size(), stamp.modified()))
                .orElse(""));
  }
}
