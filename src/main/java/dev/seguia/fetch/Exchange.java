package dev.seguia.fetch;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.net.URIAuthority;
import org.jspecify.annotations.Nullable;

/// One request, and the reading of its response.
final class Exchange {
  private static final String ACCEPT =
      "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9,"
          + " application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, text/html;q=0.7,"
          + " */*;q=0.1";

  /// Limit: characters of a URL that a redirect leads to; a longer one is a failure.
  ///
  /// A longer one could not be remembered.
  private static final int LONGEST_URL = 4_000;

  /// Those with which shields and servers send pages for people to read.
  private static final Set<Integer> PAGES = Set.of(202, 401, 402, 403, 405, 406, 409, 451, 502);

  /// Of the page of an error, in bytes.
  private static final int LONGEST_PAGE = 32 << 10;

  private final CloseableHttpClient client;
  private final ResponseBody bodies;
  private final Freshness freshness;
  private final AddressGuard guard;
  private final InstantSource clock;

  Exchange(CloseableHttpClient client, long maxBody, AddressGuard guard, InstantSource clock) {
    this.client = client;
    this.guard = guard;
    this.clock = clock;
    this.bodies = new ResponseBody(maxBody);
    this.freshness = new Freshness(clock);
  }

  HttpResponse ask(Hop hop, Target target, FetchRequest fetchRequest, BodyMemory.Share share)
      throws IOException {
    var sent = fetchRequest.validators().at(hop);
    var request = request(target, sent);
    fetchRequest
        .authorization(target)
        .ifPresent(login -> request.setHeader(HttpHeaders.AUTHORIZATION, login));
    var context = HttpClientContext.create();
    HttpClientFactory.tellDeparture(context, fetchRequest.departure());
    var response = client.executeOpen(target.httpHost(), request, context);
    try {
      return read(response, hop.answered(isPublic(context)), target, sent, share);
    } finally {
      // Closing alone would read on to the end of a body, of which there may be none. After a
      // body that was read whole this does nothing, and the connection is kept.
      request.cancel();
      // Complains of a body without an end, of which more is known by now.
      Closer.closeQuietly(response);
    }
  }

  /// Whether the connection goes to a public address, by the connection itself: the name may
  /// resolve to something else by now.
  private boolean isPublic(HttpClientContext context) {
    var endpoint = context.getEndpointDetails();
    return endpoint == null
        || !(endpoint.getRemoteAddress() instanceof InetSocketAddress remote)
        || guard.isPublic(remote.getAddress());
  }

  private static HttpUriRequestBase request(Target target, Validators validators) {
    var request = new HttpUriRequestBase("GET", target.requestUrl());
    request.setAuthority(new URIAuthority(target.host(), target.httpHost().getPort()));
    request.setHeader(HttpHeaders.ACCEPT, ACCEPT);
    request.setHeader(HttpHeaders.ACCEPT_ENCODING, ContentCodings.ACCEPTED);
    validators.etag().ifPresent(tag -> request.setHeader(HttpHeaders.IF_NONE_MATCH, tag));
    validators
        .lastModified()
        .ifPresent(date -> request.setHeader(HttpHeaders.IF_MODIFIED_SINCE, date));
    return request;
  }

  private HttpResponse read(
      ClassicHttpResponse response, Hop hop, Target target, Validators sent, BodyMemory.Share share)
      throws IOException {
    var status = response.getCode();
    var challenge = Interstitial.inHeaders(response);
    if (challenge.isPresent() && status != 200)
      throw new UnusableResponseException(challenge.get() + ": " + PlainWords.ofStatus(status));
    return switch (status) {
      // 203 is a document that a proxy on the way has changed; other 2xx bring none, or only a
      // part.
      case 200, 203 -> new HttpResponse.Final(document(response, hop, share));
      case 304 -> new HttpResponse.Final(unchanged(response, hop, sent));
      case 301, 302, 303, 307, 308 -> redirect(response, hop);
      case 410 -> new HttpResponse.Final(gone(hop));
      case 429 -> throttled(response, Optional.of(target.site()));
      case 503 -> {
        refuseInterstitial(response, hop, share);
        yield throttled(response, Optional.empty());
      }
      default -> {
        if (PAGES.contains(status)) refuseInterstitial(response, hop, share);
        throw new UnusableResponseException(PlainWords.ofStatus(status), isAbsence(status));
      }
    };
  }

  /// Recognises interstitial pages with an error status: a status alone does not tell a bot shield
  /// from a failure. Only the beginning of the page is read.
  private static void refuseInterstitial(
      ClassicHttpResponse response, Hop hop, BodyMemory.Share share)
      throws UnusableResponseException {
    var words = Interstitial.of(hop.url(), hop.url(), beginning(response, share));
    if (words.isPresent() && response.getFirstHeader(HttpHeaders.RETRY_AFTER) == null)
      throw new UnusableResponseException(
          PlainWords.ofStatus(response.getCode()) + ", " + words.get());
  }

  private static byte[] beginning(ClassicHttpResponse response, BodyMemory.Share share) {
    var type = Headers.first(response, HttpHeaders.CONTENT_TYPE).orElse("");
    if (response.getEntity() == null || !type.toLowerCase(Locale.ROOT).contains("html"))
      return new byte[0];
    var codings = ContentCodings.parse(Headers.all(response, HttpHeaders.CONTENT_ENCODING));
    try {
      var wire = response.getEntity().getContent().readNBytes(LONGEST_PAGE);
      return codings
          .undo(wire, LONGEST_PAGE * 10, () -> new UnusableResponseException("too long"), share)
          .bytes();
    } catch (IOException e) {
      return new byte[0]; // the status says enough
    }
  }

  private static boolean isAbsence(int status) {
    return status >= 400 && status < 500;
  }

  private FetchResult document(ClassicHttpResponse response, Hop hop, BodyMemory.Share share)
      throws IOException {
    var codings = ContentCodings.parse(Headers.all(response, HttpHeaders.CONTENT_ENCODING));
    var content = content(response.getEntity(), codings, share);
    var challenge = Interstitial.inHeaders(response).filter(_ -> !isFeedLike(content.bytes()));
    if (challenge.isPresent()) throw new UnusableResponseException(challenge.get());
    var document =
        new FetchedDocument(
            hop.url(),
            content.bytes(),
            Headers.first(response, HttpHeaders.CONTENT_TYPE),
            Headers.all(response, "Link"),
            // What did not end as it should is not known to be complete, and may not be kept as
            // such.
            content.isClean()
                ? Headers.validators(response, hop.url(), clock.instant())
                : Validators.none(),
            content.isClean() ? freshness.maxAge(response) : Optional.empty(),
            hop.movedTo(),
            hop.isPublic(),
            content.remarks());
    return new FetchResult.Fetched(document, share::close);
  }

  /// The header says interstitial, but the body is not HTML: the document was let through after
  /// all.
  private static boolean isFeedLike(byte[] body) {
    return ByteShape.isDocument(body) && !Interstitial.isHtml(body);
  }

  private Content content(
      @Nullable HttpEntity entity, ContentCodings codings, BodyMemory.Share share)
      throws IOException {
    if (entity == null) return Content.none();
    return bodies.read(entity.getContent(), entity.getContentLength(), codings, share);
  }

  private FetchResult unchanged(ClassicHttpResponse response, Hop hop, Validators sent) {
    return new FetchResult.NotModified(
        Headers.renewed(sent, response, clock.instant()),
        freshness.maxAge(response),
        hop.movedTo());
  }

  /// A 410 behind a temporary redirect does not mean that the document itself is gone.
  private static FetchResult gone(Hop hop) throws UnusableResponseException {
    if (!hop.isPermanent()) throw new UnusableResponseException(PlainWords.ofStatus(410), true);
    return new FetchResult.Gone();
  }

  private HttpResponse throttled(ClassicHttpResponse response, Optional<Site> site) {
    return new HttpResponse.Final(
        new FetchResult.Throttled(response.getCode(), freshness.retryAfter(response), site));
  }

  private static HttpResponse redirect(ClassicHttpResponse response, Hop hop)
      throws UnusableResponseException {
    var status = response.getCode();
    var to =
        Headers.first(response, HttpHeaders.LOCATION)
            .flatMap(header -> RedirectLocation.resolve(hop.url(), header))
            .orElseThrow(() ->
                new UnusableResponseException(
                    PlainWords.ofStatus(status) + ", but without a valid Location header"));
    if (to.toString().length() > LONGEST_URL)
      throw new UnusableResponseException(
          "it redirects to a URL longer than " + LONGEST_URL + " characters");
    var next = hop.next(to, status == 301 || status == 308);
    return new HttpResponse.Redirect(
        response.containsHeader("Set-Cookie") ? next.afterCookie() : next);
  }
}
