package dev.seguia.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/// The same request again and again over connections that are kept: as little work as can be for
/// the one who asks.
///
/// @param request complete, with its empty line
/// @param expected the status of every answer
record Load(int port, int connections, String request, int expected) {
  private static final int BUFFER = 1 << 16;

  /// Asks for a time.
  ///
  /// @return how long each answer took, in nanoseconds
  List<Long> run(Duration time) throws InterruptedException {
    var end = System.nanoTime() + time.toNanos();
    Callable<List<Long>> connection = () -> connection(end);
    var times = new ArrayList<Long>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = java.util.Collections.nCopies(connections, connection);
      for (var one : threads.invokeAll(all)) times.addAll(one.get());
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
    return times;
  }

  private List<Long> connection(long end) throws IOException {
    var times = new ArrayList<Long>();
    var bytes = request.getBytes(StandardCharsets.US_ASCII);
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        var output = socket.getOutputStream();
        var input = new BufferedInputStream(socket.getInputStream(), BUFFER)) {
      socket.setTcpNoDelay(true);
      for (var start = System.nanoTime(); start < end; start = System.nanoTime()) {
        output.write(bytes);
        answer(input, expected);
        times.add(System.nanoTime() - start);
      }
    }
    return times;
  }

  /// Reads an answer to its end.
  ///
  /// @throws IOException if its status is not the expected one
  static void answer(InputStream input, int expected) throws IOException {
    var first = line(input);
    if (!first.contains(" " + expected + " "))
      throw new IOException("expected " + expected + ", but the answer was: " + first);
    var length = 0L;
    for (var header = line(input); !header.isEmpty(); header = line(input))
      if (header.regionMatches(true, 0, "content-length:", 0, 15))
        length = Long.parseLong(header.substring(15).strip());
    if (expected != 304) input.skipNBytes(length);
  }

  private static String line(InputStream input) throws IOException {
    var line = new StringBuilder(64);
    for (var next = input.read(); next != '\n'; next = input.read()) {
      if (next < 0) throw new EOFException("the server closed the connection");
      if (next != '\r') line.append((char) next);
    }
    return line.toString();
  }
}
