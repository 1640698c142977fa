package dev.seguia.fetch;

import dev.seguia.text.Truncation;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.impl.EnglishReasonPhraseCatalog;

/// Describes fetch errors on one line that a person can act on.
final class PlainWords {
  private static final int LONGEST = 200;

  private PlainWords() {}

  /// @param host as a person reads it
  static String of(IOException e, String host) {
    return switch (e) {
      case UnusableResponseException unusable -> oneLine(String.valueOf(unusable.getMessage()));
      case UnknownHostException _ -> "no such host: " + host;
      case ConnectTimeoutException _ -> "connecting to " + host + " timed out";
      case NoRouteToHostException _ -> "no route to " + host;
      case ConnectException _ -> refusedOrUnreachable(e, host);
      case SSLException _ -> "TLS with " + host + " failed: " + cause(e);
      case SocketTimeoutException _ -> "no response from " + host + " in time";
      case NoHttpResponseException _ -> host + " closed the connection without a response";
      case MalformedChunkCodingException _ ->
          "the response of " + host + " was truncated or garbled";
      case ConnectionClosedException _ -> host + " sent a truncated response";
      case MessageConstraintException _ -> host + " sent too many or too long headers";
      case ClientProtocolException _ -> host + " did not respond in HTTP: " + cause(e);
      case SocketException _ -> host + " broke the connection: " + cause(e);
      default -> "fetching from " + host + " failed: " + cause(e);
    };
  }

  private static String refusedOrUnreachable(IOException e, String host) {
    var message = cause(e).toLowerCase(Locale.ROOT);
    return message.contains("refused")
        ? "connection refused by " + host
        : "no connection to " + host + ": " + cause(e);
  }

  private static String cause(Throwable e) {
    var deepest = e;
    while (deepest.getCause() != null) deepest = deepest.getCause();
    return oneLine(
        deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage());
  }

  /// The status with its standard reason phrase, whatever the server sent.
  static String ofStatus(int status) {
    var phrase = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ENGLISH);
    return phrase == null ? "HTTP " + status : "HTTP " + status + " " + phrase;
  }

  /// Untrusted text without control characters, truncated.
  static String oneLine(String text) {
    var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return Truncation.shortened(line, LONGEST, "...");
  }
}
