package dev.seguia.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Clients that keep their connections, and send the next request as soon as a response is there.
/// One thread serves them all, so that none of them is ever slow.
final class EagerClients {
  private static final long PATIENCE = Duration.ofSeconds(10).toMillis();

  private final InetSocketAddress server;
  private final List<byte[]> requests;

  /// @param requests sent in turn; their responses have no body with an empty line
  EagerClients(int port, List<String> requests) {
    server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    this.requests =
        requests.stream().map(text -> text.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  private static final class Client {
    private int left;
    private int endOfHeaders;

    Client(int left) {
      this.left = left;
    }

    /// Whether these bytes end a response: an empty line.
    boolean ends(ByteBuffer bytes) {
      while (bytes.hasRemaining()) {
        var c = bytes.get();
        endOfHeaders = c == '\n' ? endOfHeaders + 1 : c == '\r' ? endOfHeaders : 0;
        if (endOfHeaders == 2) {
          endOfHeaders = 0;
          return true;
        }
      }
      return false;
    }
  }

  /// How many clients wait for a response for ever.
  int unanswered(int clients, int each) throws IOException {
    try (var selector = Selector.open()) {
      for (var count = 0; count < clients; count++) open(selector, each);
      var waiting = clients;
      while (waiting > 0 && selector.select(PATIENCE) > 0) {
        for (var key : selector.selectedKeys()) if (read(key)) waiting--;
        selector.selectedKeys().clear();
      }
      var unanswered = selector.keys().stream().filter(SelectionKey::isValid).toList();
      for (var key : unanswered) key.channel().close();
      return unanswered.size();
    }
  }

  private void open(Selector selector, int each) throws IOException {
    var channel = SocketChannel.open(server);
    channel.configureBlocking(false);
    channel.register(selector, SelectionKey.OP_READ, new Client(each));
    send(channel, each);
  }

  private void send(SocketChannel channel, int number) throws IOException {
    channel.write(ByteBuffer.wrap(requests.get(number % requests.size())));
  }

  /// @return whether the client has all its responses
  private boolean read(SelectionKey key) throws IOException {
    var channel = (SocketChannel) key.channel();
    var client = (Client) key.attachment();
    var bytes = ByteBuffer.allocate(4096);
    if (channel.read(bytes) < 0) throw new IOException("the server closed the connection");
    if (!client.ends(bytes.flip())) return false;
    if (--client.left > 0) send(channel, client.left);
    else channel.close();
    return client.left == 0;
  }
}
