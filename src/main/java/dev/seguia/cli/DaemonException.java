package dev.seguia.cli;

import org.jspecify.annotations.Nullable;

/// A daemon does not answer a command, or cannot serve: told in one line.
final class DaemonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DaemonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
