package dev.seguia.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where Jetty's requests become ours, and our responses Jetty's.
final class JettyDoor extends Handler.Abstract {
  private static final Logger LOG = LoggerFactory.getLogger(JettyDoor.class);

  /// On every response, errors included; a page may widen the policy for itself.
  private static final List<HttpField> ALWAYS =
      List.of(
          new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
          new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
          new PreEncodedHttpField(ContentPolicy.HEADER, ContentPolicy.CLOSED.value()));

  private final Router router;
  private final Clients clients;
  private final Refusals refusals;

  JettyDoor(Router router, Clients clients, Refusals refusals) {
    this.router = router;
    this.clients = clients;
    this.refusals = refusals;
  }

  @Override
  public boolean handle(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    write(answer(request), request, response, callback);
    return true;
  }

  /// Says in words what Jetty itself refuses: a broken request line, headers without end.
  boolean refuse(
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    var status = response.getStatus();
    var words =
        switch (status) {
          case 400 -> "This is no request that we understand.";
          case 414, 431 -> "The request is too long.";
          case 503 -> "The server is stopping.";
          default -> "The request failed (" + status + ").";
        };
    write(Response.words(status, words), request, response, callback);
    return true;
  }

  private Response answer(org.eclipse.jetty.server.Request request) {
    var asked = read(request);
    var answer = answer(request, asked);
    return answer.status() < 400 ? answer : refusals.page(asked, answer).orElse(answer);
  }

  private Response answer(org.eclipse.jetty.server.Request request, Request asked) {
    try {
      if (!hasBody(request) && !request.getMethod().equals("CONNECT")) return ask(request, asked);
      return router.takesForm(asked) ? form(request, asked) : unread(router.refuseBody(asked));
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("path", request.getHttpURI().getPath()).setCause(e).log("request");
      return Response.words(500, "Something broke here; it stands in the log.");
    }
  }

  private Response ask(org.eclipse.jetty.server.Request request, Request asked) {
    clients.asked(connection(request));
    return router.answer(asked);
  }

  private Response form(org.eclipse.jetty.server.Request request, Request asked) {
    var refusal = FormBody.refusal(request);
    return refusal.map(JettyDoor::unread).orElseGet(() -> filledIn(request, asked));
  }

  /// As long as it is read, it is our turn to wait: who drips is hung up on, as with headers.
  private Response filledIn(org.eclipse.jetty.server.Request request, Request asked) {
    Map<String, String> fields;
    clients.sending(connection(request));
    try {
      fields = FormBody.read(request);
    } catch (IOException | IllegalArgumentException e) {
      LOG.debug("a form that cannot be read: {}", e.getMessage());
      return unread(Response.words(400, "The form cannot be read."));
    }
    return ask(request, asked.filledIn(fields));
  }

  /// What lies behind the headers is no request.
  private static Response unread(Response answer) {
    return answer.with("Connection", "close");
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
      Response answer,
      org.eclipse.jetty.server.Request request,
      org.eclipse.jetty.server.Response response,
      Callback callback) {
    response.setStatus(answer.status());
    var headers = response.getHeaders();
    ALWAYS.forEach(headers::put);
    answer.headers().forEach(headers::put);
    var hasBody = answer.status() != 304;
    if (hasBody) headers.put(HttpHeader.CONTENT_LENGTH, answer.body().length);
    var connection = connection(request);
    clients.answering(connection, answer.body().length);
    var taken = Callback.from(() -> clients.answered(connection), callback);
    if (!hasBody || request.getMethod().equals("HEAD")) taken.succeeded();
    else response.write(true, ByteBuffer.wrap(answer.body()), taken);
  }

  private static Connection connection(org.eclipse.jetty.server.Request request) {
    return request.getConnectionMetaData().getConnection();
  }
}
