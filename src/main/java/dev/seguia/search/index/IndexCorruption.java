package dev.seguia.search.index;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Objects;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;

/// Tells index corruption from disk failures and bugs.
final class IndexCorruption {
  private IndexCorruption() {}

  /// Whether an exception at opening means that files are corrupt. Garbage makes Lucene throw
  /// unchecked exceptions of many kinds.
  static boolean isMeant(Throwable thrown) {
    return switch (thrown) {
      case CorruptIndexException _,
          IndexFormatTooOldException _,
          IndexFormatTooNewException _,
          IndexNotFoundException _,
          EOFException _,
          FileNotFoundException _,
          NoSuchFileException _ ->
          true;
      case IOException _ -> false;
      case UncheckedIOException unchecked -> isMeant(Objects.requireNonNull(unchecked.getCause()));
      case RuntimeException _ -> true;
      // A mapped file that became shorter.
      case InternalError _ -> true;
      default -> false;
    };
  }

  /// Reads all that an index has against its checksums.
  static boolean isIn(IndexReader reader) {
    try {
      for (LeafReaderContext leaf : reader.leaves()) leaf.reader().checkIntegrity();
      return false;
    } catch (IOException | RuntimeException | InternalError e) {
      return isMeant(e);
    }
  }
}
