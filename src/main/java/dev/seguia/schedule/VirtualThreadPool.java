package dev.seguia.schedule;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ThreadPool;

/// Runs every Quartz job on a virtual thread of its own: a poll is mostly waiting.
///
/// Public because Quartz looks at it by reflection.
public final class VirtualThreadPool implements ThreadPool {
  private final int size;
  private final Semaphore permits;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /// A pool with that many permits.
  public VirtualThreadPool(int size) {
    this.size = size;
    this.permits = new Semaphore(size);
  }

  @Override
  public boolean runInThread(Runnable runnable) {
    if (!permits.tryAcquire()) return false;
    threads.execute(() -> {
      try {
        runnable.run();
      } finally {
        permits.release();
      }
    });
    return true;
  }

  @Override
  public int blockForAvailableThreads() {
    permits.acquireUninterruptibly();
    permits.release();
    return Math.max(1, permits.availablePermits());
  }

  @Override
  public void initialize() throws SchedulerConfigException {
    // nothing to be made ready: threads are made as they are needed
  }

  @Override
  public void shutdown(boolean waitForJobsToComplete) {
    threads.shutdown();
    if (waitForJobsToComplete) threads.close();
  }

  @Override
  public int getPoolSize() {
    return size;
  }

  @Override
  public void setInstanceId(String schedulerInstanceId) {
    // names nothing of ours
  }

  @Override
  public void setInstanceName(String schedulerName) {
    // names nothing of ours
  }
}
