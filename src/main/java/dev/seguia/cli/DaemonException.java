package dev.seguia.cli;

import org.jspecify.annotations.Nullable;

/// A daemon that should answer a command does not, or will not.
final class DaemonException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DaemonException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
