package dev.seguia.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.IteratingNestedCallback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adapts Jetty's requests to ours, and our responses to Jetty's; cuts off slow clients
/// (slowloris).
final class JettyAdapter extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(JettyAdapter.class);

  /// On every response, errors included; a page may widen the policy for itself.
  static final List<HttpField> ALWAYS =
      List.of(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField(ContentPolicy.HEADER, ContentPolicy.CLOSED.value()));

  /// The JDK copies a heap buffer out of the heap for each write, and all that is left of it again
  /// for the next one: whole, a large body would be copied many times for a slow client.
  private static final int SLICE = 256 << 10;

  private final Router router;
  private final FeedFastPath fastPath;
  private final Clients clients;
  private final Refusals refusals;
  private final Executor threads;

  /// @param threads for what the fast path does not answer: one of its own for each request, which
  ///   may wait
  JettyAdapter(
      Router router, FeedFastPath fastPath, Clients clients, Refusals refusals, Executor threads) {
    super(InvocationType.NON_BLOCKING);
    this.router = router;
    this.fastPath = fastPath;
    this.clients = clients;
    this.refusals = refusals;
    this.threads = threads;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    fastPath
        .response(request)
        .ifPresentOrElse(
            ready -> write(ready, request, response, callback),
            () -> threads.execute(() -> work(request, response, callback)));
    return true;
  }

  private void work(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    try {
      write(respond(request), request, response, callback);
    } catch (RuntimeException | Error e) {
      org.eclipse.jetty.server.Response.writeError(request, response, callback, e);
    }
  }

  /// Says in words what Jetty itself refuses: a broken request line, headers without end.
  boolean refuse(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    var status = response.getStatus();
    var words =
        switch (status) {
          case 400 -> "The request is malformed.";
          case 414, 431 -> "The request is too long.";
          case 503 -> "The server is stopping.";
          default -> "The request failed (" + status + ").";
        };
    write(Response.words(status, words), request, response, callback);
    return true;
  }

  private Response respond(org.eclipse.jetty.server.Request request) {
    var asked = read(request);
    var response = respond(request, asked);
    return response.status() < 400 ? response : refusals.page(asked, response).orElse(response);
  }

  private Response respond(org.eclipse.jetty.server.Request request, Request asked) {
    try {
      if (!hasBody(request) && !request.getMethod().equals("CONNECT")) return ask(request, asked);
      return router.takesForm(asked) ? form(request, asked) : unread(router.refuseBody(asked));
    } catch (RuntimeException e) {
      LOG.atError()
          .addKeyValue("path", request.getHttpURI().getPath())
          .setCause(e)
          .log("request failed");
      return Response.words(500, "Internal error; details are in the log.");
    }
  }

  private Response ask(org.eclipse.jetty.server.Request request, Request asked) {
    clients.asked(connection(request));
    return router.respond(asked);
  }

  private Response form(org.eclipse.jetty.server.Request request, Request asked) {
    var refusal = FormBody.refusal(request);
    return refusal.map(JettyAdapter::unread).orElseGet(() -> filledIn(request, asked));
  }

  /// As long as it is read, it is our turn to wait: who drips is hung up on, as with headers.
  private Response filledIn(org.eclipse.jetty.server.Request request, Request asked) {
    Map<String, String> fields;
    clients.sending(connection(request));
    try {
      fields = FormBody.read(request);
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("form of a request cannot be read: {}", e.getMessage());
      return unread(Response.words(400, "The form cannot be read."));
    }
    return ask(request, asked.filledIn(fields));
  }

  /// What lies behind the headers is no request.
  private static Response unread(Response response) {
    return response.with("Connection", "close");
  }

  private static boolean hasBody(org.eclipse.jetty.server.Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  private static Request read(org.eclipse.jetty.server.Request request) {
    var uri = request.getHttpURI();
    var headers = request.getHeaders();
    return new Request(
        request.getMethod(),
        uri.getPath() == null ? "/" : uri.getPath(),
        uri.getQuery() == null ? "" : uri.getQuery(),
        Map.of(),
        name -> header(headers, name),
        remote(request));
  }

  private static String header(HttpFields headers, String name) {
    var lines = headers.getValuesList(name);
    return lines.size() == 1 ? lines.getFirst() : String.join(", ", lines);
  }

  private static InetAddress remote(org.eclipse.jetty.server.Request request) {
    return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress ip
        ? ip.getAddress()
        : InetAddress.getLoopbackAddress();
  }

  private void write(
      Response ours,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    response.setStatus(ours.status());
    var headers = response.getHeaders();
    ALWAYS.forEach(headers::put);
    ours.headers().forEach(headers::put);
    if (ours.status() != 304) headers.put(HttpHeader.CONTENT_LENGTH, ours.body().length);
    send(ours.body(), request, response, callback);
  }

  private void write(
      FeedFastPath.Ready ready,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    response.setStatus(ready.status());
    response.getHeaders().add(ready.headers());
    send(ready.body(), request, response, callback);
  }

  private void send(
      byte[] body,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    var connection = connection(request);
    clients.responding(connection, body.length);
    if (response.getStatus() == 304) request.addHttpStreamWrapper(WithoutLength::new);
    var taken = Callback.from(() -> clients.responded(connection), callback);
    var isEmpty = body.length == 0 || request.getMethod().equals("HEAD");
    // Without a write, Jetty 12.1 loses the next request of the connection now and then, if the
    // response is completed by another thread than read the request.
    if (isEmpty) response.write(true, BufferUtil.EMPTY_BUFFER, taken);
    else if (body.length <= SLICE) response.write(true, ByteBuffer.wrap(body), taken);
    else new SlicedBody(body, response, taken).iterate();
  }

  /// Jetty writes `Content-Length: 0`, but for 304 the length is that of the document that is not
  /// sent (RFC 9110 section 8.6), and careless clients would wait for so much.
  private static final class WithoutLength extends HttpStream.Wrapper {
    WithoutLength(HttpStream stream) {
      super(stream);
    }

    @Override
    public void prepareResponse(HttpFields.Mutable headers) {
      super.prepareResponse(headers);
      headers.remove(HttpHeader.CONTENT_LENGTH);
    }
  }

  private static final class SlicedBody extends IteratingNestedCallback {
    private final byte[] body;
    private final org.eclipse.jetty.server.Response response;
    private int written;

    SlicedBody(byte[] body, org.eclipse.jetty.server.Response response, Callback callback) {
      super(callback);
      this.body = body;
      this.response = response;
    }

    @Override
    protected Action process() {
      if (written == body.length) return Action.SUCCEEDED;
      var slice = ByteBuffer.wrap(body, written, Math.min(SLICE, body.length - written));
      written += slice.remaining();
      response.write(written == body.length, slice, this);
      return Action.SCHEDULED;
    }
  }

  private static Connection connection(org.eclipse.jetty.server.Request request) {
    return request.getConnectionMetaData().getConnection();
  }
}
