package dev.seguia.fetch;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/// Retries a request once if the server closed a reused connection just as the request was sent
/// (RFC 9112 section 9.3.1). Nothing else is retried.
final class StaleConnectionRetry implements HttpRequestRetryStrategy {
  @Override
  public boolean retryRequest(HttpRequest request, IOException e, int tries, HttpContext context) {
    return tries == 1
        && (e instanceof NoHttpResponseException || e instanceof SocketException)
        && hasServed(HttpClientContext.cast(context));
  }

  private static boolean hasServed(HttpClientContext context) {
    var connection = context.getEndpointDetails();
    return connection != null && connection.getResponseCount() > 0;
  }

  @Override
  public boolean retryRequest(HttpResponse response, int tries, HttpContext context) {
    return false;
  }

  @Override
  public TimeValue getRetryInterval(HttpResponse response, int tries, HttpContext context) {
    return TimeValue.ZERO_MILLISECONDS;
  }
}
