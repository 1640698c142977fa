package dev.seguia.store.database;

import dev.seguia.files.KeptOwner;
import dev.seguia.files.OwnerOnly;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Properties;

/// The mark file beside the store's file, which shows whether the store was truncated, emptied or
/// replaced: H2 silently creates an empty store from an empty file, and silently goes back to the
/// last sound state of a truncated one.
///
/// @param created when the store was made, in milliseconds
/// @param writes how many transactions are in it at least
/// @param stopped the file as it was after it was last closed properly; empty while it is in use
record StoreMark(long created, long writes, Optional<Stamp> stopped) {

  /// Shows whether a file has changed.
  ///
  /// @param modified in milliseconds
  record Stamp(long size, long modified) {
    static Stamp of(Path file) throws IOException {
      return new Stamp(Files.size(file), Files.getLastModifiedTime(file).toMillis());
    }
  }

  /// Reads the mark in a file.
  ///
  /// @return empty if there is none
  /// @throws IOException if it cannot be read, or is not a mark
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

  /// Replaces an older mark, completely or not at all.
  void write(Path file) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + ".new");
    OwnerOnly.createMissingFile(draft);
    Files.writeString(draft, text());
    KeptOwner.replace(draft, file);
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
