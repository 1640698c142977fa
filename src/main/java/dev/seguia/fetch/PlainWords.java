package dev.seguia.fetch;

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

/// Says what went wrong so that a person can act on it, on one line.
final class PlainWords {
  private static final int LONGEST = 200;

  private PlainWords() {}

  /// @param host as a person reads it
  static String of(IOException e, String host) {
    return switch (e) {
      case UnusableResponseException unusable -> oneLine(String.valueOf(unusable.getMessage()));
      case UnknownHostException _ -> "no such host: " + host;
      case ConnectTimeoutException _ -> "no connection to " + host + " in time";
      case NoRouteToHostException _ -> "no route to " + host;
      case ConnectException _ -> refusedOrUnreachable(e, host);
      case SSLException _ -> "TLS with " + host + " failed: " + cause(e);
      case SocketTimeoutException _ -> "no answer from " + host + " in time";
      case NoHttpResponseException _ -> host + " closed the connection without an answer";
      case MalformedChunkCodingException _ -> "the answer of " + host + " was cut short or garbled";
      case ConnectionClosedException _ -> host + " cut its answer short";
      case MessageConstraintException _ -> host + " sent too many or too long headers";
      case ClientProtocolException _ -> host + " did not answer in HTTP: " + cause(e);
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

  /// The status with the words of the standard, whatever the server put in their place.
  static String ofStatus(int status) {
    var phrase = EnglishReasonPhraseCatalog.INSTANCE.getReason(status, Locale.ENGLISH);
    return phrase == null ? "HTTP " + status : "HTTP " + status + " " + phrase;
  }

  /// Foreign text without control characters and of bounded length.
  static String oneLine(String text) {
    var line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "...";
  }
}
