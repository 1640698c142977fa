package dev.seguia.fetch;

import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.ConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.ChainElement;
import org.apache.hc.client5.http.impl.DefaultConnectionKeepAliveStrategy;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/// Builds the HTTP client: its User-Agent, TLS and connections, with automatic behaviour that we do
/// not want (redirects, cookies, decompression) switched off.
///
/// @param userAgent what we call ourselves in every request
/// @param trust the trusted certificates, loaded at first use
record HttpClientFactory(String userAgent, DnsResolver names, Supplier<SSLContext> trust) {
  // HostGate bounds the connections that are in use; these only must not stand in its way.
  private static final int PER_HOST = 1024;
  private static final int IN_ALL = 4096;
  private static final String DEPARTURE = "seguia.departure";
  private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(10);

  /// One with the DNS and the trusted certificates of this machine.
  static HttpClientFactory ofSystem(String userAgent) {
    return new HttpClientFactory(
        userAgent, SystemDefaultDnsResolver.INSTANCE, SSLContexts::createSystemDefault);
  }

  /// @param timeout of each step of a request
  /// @param resolver looks names up in place of ours, and checks the addresses
  CloseableHttpClient open(Duration timeout, DnsResolver resolver) {
    return HttpClientBuilder.create()
        .setConnectionManager(pool(timeout, resolver))
        .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE)) // no proxy
        .setDefaultRequestConfig(requests(timeout))
        .setKeepAliveStrategy(keepAlive())
        .setRetryStrategy(new StaleConnectionRetry())
        .setUserAgent(userAgent)
        .addExecInterceptorBefore(ChainElement.MAIN_TRANSPORT.name(), DEPARTURE, departures())
        .disableRedirectHandling()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        // The default would read the list of public suffixes, only for cookies.
        .setDefaultCookieSpecRegistry(_ -> null)
        .evictIdleConnections(LONGEST_IDLE)
        .build();
  }

  /// Calls back when the request of an exchange is about to be sent.
  static void tellDeparture(HttpClientContext context, Runnable departure) {
    context.setAttribute(DEPARTURE, departure);
  }

  /// Between the step that connects and the one that sends.
  private static ExecChainHandler departures() {
    return (request, scope, chain) -> {
      scope.clientContext.getAttribute(DEPARTURE, Runnable.class).run();
      return chain.proceed(request, scope);
    };
  }

  private PoolingHttpClientConnectionManager pool(Duration timeout, DnsResolver resolver) {
    return new DirectConnections()
        .setDnsResolver(resolver)
        .setTlsSocketStrategy(tls())
        .setMaxConnPerRoute(PER_HOST)
        .setMaxConnTotal(IN_ALL)
        .setDefaultConnectionConfig(connections(timeout))
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom().setMaxLineLength(16 << 10).setMaxHeaderCount(200).build())
                .charCodingConfig(bytesAsCharacters())
                .build())
        .build();
  }

  /// The TLS context, with certificate and host name verification. Loading the trusted certificates
  /// takes a while, so it is done at first use, once.
  private TlsSocketStrategy tls() {
    return (socket, host, port, attachment, context) ->
        new DefaultClientTlsStrategy(trust.get(), HostnameVerificationPolicy.BUILTIN, null)
            .upgrade(socket, host, port, attachment, context);
  }

  // Of several addresses a dead one must not use up the whole time.
  private static ConnectionConfig connections(Duration timeout) {
    return ConnectionConfig.custom()
        .setConnectTimeout(Timeout.of(timeout.dividedBy(3).plusMillis(1)))
        .setSocketTimeout(Timeout.of(timeout))
        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
        .build();
  }

  /// Latin-1 in and out keeps every byte of a header, which validators must (RFC 9110 section
  /// 8.8.3).
  private static CharCodingConfig bytesAsCharacters() {
    return CharCodingConfig.custom()
        .setCharset(StandardCharsets.ISO_8859_1)
        .setMalformedInputAction(CodingErrorAction.REPLACE)
        .setUnmappableInputAction(CodingErrorAction.REPLACE)
        .build();
  }

  private static RequestConfig requests(Duration timeout) {
    return RequestConfig.custom()
        .setConnectionRequestTimeout(Timeout.of(timeout))
        .setResponseTimeout(Timeout.of(timeout))
        .setAuthenticationEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  private static ConnectionKeepAliveStrategy keepAlive() {
    return (response, context) -> {
      var asked =
          DefaultConnectionKeepAliveStrategy.INSTANCE.getKeepAliveDuration(response, context);
      return asked.compareTo(LONGEST_IDLE) < 0 ? asked : LONGEST_IDLE;
    };
  }

  /// Sockets that ignore a SOCKS proxy of the system, behind which no address could be checked.
  private static final class DirectConnections extends PoolingHttpClientConnectionManagerBuilder {
    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
        SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
      return new DefaultHttpClientConnectionOperator(
          _ -> new Socket(Proxy.NO_PROXY),
          ports,
          resolver,
          RegistryBuilder.<TlsSocketStrategy>create().register(URIScheme.HTTPS.id, tls).build());
    }
  }
}
