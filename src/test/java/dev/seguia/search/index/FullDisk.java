package dev.seguia.search.index;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexOutput;

/// A disk that can be made to refuse new files, as a full one does.
final class FullDisk extends FilterDirectory {
  private final AtomicBoolean full;

  FullDisk(Directory disk, AtomicBoolean full) {
    super(disk);
    this.full = full;
  }

  private void expectRoom() throws IOException {
    if (full.get()) throw new IOException("No space left on device");
  }

  @Override
  public IndexOutput createOutput(String name, IOContext context) throws IOException {
    expectRoom();
    return in.createOutput(name, context);
  }

  @Override
  public IndexOutput createTempOutput(String prefix, String suffix, IOContext context)
      throws IOException {
    expectRoom();
    return in.createTempOutput(prefix, suffix, context);
  }
}
