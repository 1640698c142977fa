package dev.seguia.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/// Readers who open one page after another over connections that are kept, each in an order and at
/// a pace of their own.
///
/// @param pause between two pages of a reader in the mean, evenly spread from none to twice that:
///   with equal ones, readers whom one slow answer has made wait together would go on in step
record PageLoad(int port, int readers, Duration pause, List<String> addresses) {
  private static final int BUFFER = 1 << 16;

  /// Reads for a time.
  ///
  /// @return how long each answer took, in nanoseconds
  List<Long> run(Duration time) throws InterruptedException {
    var end = System.nanoTime() + time.toNanos();
    var all =
        IntStream.range(0, readers)
            .<Callable<List<Long>>>mapToObj(number -> () -> read(number, end))
            .toList();
    var times = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var one : threads.invokeAll(all)) times.addAll(one.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return times;
  }

  private List<Long> read(int number, long end) throws IOException, InterruptedException {
    var random = new SplittableRandom(number);
    var times = new ArrayList<Long>();
    Thread.sleep(some(pause, random));
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var input = new BufferedInputStream(socket.getInputStream(), BUFFER)) {
      socket.setTcpNoDelay(true);
      for (var start = System.nanoTime(); start < end; start = System.nanoTime()) {
        var address = addresses.get(random.nextInt(addresses.size()));
        var request = "GET " + address + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        Load.answer(input, 200);
        times.add(System.nanoTime() - start);
        Thread.sleep(some(pause, random));
      }
    }
    return times;
  }

  private static Duration some(Duration pause, SplittableRandom random) {
    return Duration.ofNanos((long) (random.nextDouble() * 2 * pause.toNanos()));
  }
}
