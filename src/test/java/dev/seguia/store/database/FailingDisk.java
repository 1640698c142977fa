package dev.seguia.store.database;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/// A disk under H2 that can be made to refuse every write, as a full one does.
public final class FailingDisk extends FilePathWrapper {
  private static final AtomicBoolean FULL = new AtomicBoolean();

  static {
    FilePath.register(new FailingDisk());
  }

  /// A store on such a disk. There is one disk for all; tests that fill it must not run side by
  /// side.
  static DatabaseLocation location(Path folder) {
    full(false);
    return DatabaseLocation.of("jdbc:h2:failing:" + folder.resolve("seguia") + H2.settings());
  }

  static void full(boolean full) {
    FULL.set(full);
  }

  @Override
  public String getScheme() {
    return "failing";
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBase {
    private final FileChannel disk;

    Channel(FileChannel disk) {
      this.disk = disk;
    }

    @Override
    public synchronized int write(ByteBuffer bytes, long at) throws IOException {
      if (FULL.get()) throw new IOException("No space left on device");
      return disk.write(bytes, at);
    }

    @Override
    public int write(ByteBuffer bytes) throws IOException {
      if (FULL.get()) throw new IOException("No space left on device");
      return disk.write(bytes);
    }

    @Override
    public synchronized int read(ByteBuffer bytes, long at) throws IOException {
      return disk.read(bytes, at);
    }

    @Override
    public int read(ByteBuffer bytes) throws IOException {
      return disk.read(bytes);
    }

    @Override
    public long position() throws IOException {
      return disk.position();
    }

    @Override
    public FileChannel position(long at) throws IOException {
      return disk.position(at);
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public void force(boolean metaData) throws IOException {
      disk.force(metaData);
    }

    @Override
    public FileLock tryLock(long at, long size, boolean shared) throws IOException {
      return disk.tryLock(at, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      disk.close();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      return disk.truncate(size);
    }
  }
}
