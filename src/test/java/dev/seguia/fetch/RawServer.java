package dev.seguia.fetch;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that speaks whatever bytes it is told to, as no web server would.
final class RawServer implements AutoCloseable {
  private final ServerSocket socket;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private final byte[] greeting;
  private final Answer answer;

  /// Writes the answer to one request; the connection is closed after it throws.
  interface Answer {
    void write(OutputStream out) throws IOException;
  }

  /// A server that hangs up after every answer.
  static RawServer saying(String answer) {
    return saying(answer.getBytes(StandardCharsets.ISO_8859_1));
  }

  static RawServer saying(byte[] answer) {
    return new RawServer(out -> {
      out.write(answer);
      throw new IOException("enough");
    });
  }

  static RawServer dripping(String start, String drop) {
    return new RawServer(out -> {
      out.write(start.getBytes(StandardCharsets.ISO_8859_1));
      while (true) {
        out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        pause();
      }
    });
  }

  private static void pause() throws IOException {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  /// A server that speaks first, as those of other protocols do.
  static RawServer greeting(String greeting) {
    return new RawServer(greeting, out -> {});
  }

  RawServer(Answer answer) {
    this("", answer);
  }

  private RawServer(String greeting, Answer answer) {
    this.greeting = greeting.getBytes(StandardCharsets.ISO_8859_1);
    this.answer = answer;
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    threads.execute(this::accept);
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        connections.incrementAndGet();
        open.add(connection);
        threads.execute(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the end of the test
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.getOutputStream().write(greeting);
      var in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      while (readRequest(in)) answer.write(connection.getOutputStream());
    } catch (IOException enough) {
      // the answer is over, or the client has gone
    } finally {
      open.remove(connection);
    }
  }

  private boolean readRequest(BufferedReader in) throws IOException {
    var head = new StringBuilder();
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        requests.add(head.toString());
        return true;
      }
      head.append(line).append('\n');
    }
    return false;
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  /// The heads of all requests so far.
  List<String> requests() {
    return List.copyOf(requests);
  }

  int connections() {
    return connections.get();
  }

  /// How many clients are still there.
  int open() {
    return open.size();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (var connection : open) connection.close();
    threads.shutdownNow();
  }
}
