package dev.seguia.daemon;

import dev.seguia.config.HttpSettings;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A daemon that is not responding to a command, or cannot start: described in one line.
public final class DaemonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DaemonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /// The server cannot listen on its configured address.
  static DaemonException cannotListen(HttpSettings at, Throwable cause) {
    var where = "cannot listen at " + at.bind() + " port " + at.port();
    return new DaemonException(where + ": " + advice(words(root(cause))), cause);
  }

  private static String advice(String reason) {
    if (reason.contains("in use"))
      return "the port is in use by another program; stop that program, or choose another port with --port or http.port";
    if (reason.contains("ermission denied"))
      return "permission denied; choose a port above 1023 with --port or http.port";
    return reason + "; set http.bind to an address of this machine, or to 0.0.0.0 for all";
  }

  private static String words(Throwable cause) {
    if (cause instanceof UnresolvedAddressException || cause instanceof UnknownHostException)
      return "no such host";
    return Optional.ofNullable(cause.getMessage()).orElse("the system call failed");
  }

  private static Throwable root(Throwable failure) {
    var root = failure;
    while (root.getCause() != null) root = root.getCause();
    return root;
  }
}
