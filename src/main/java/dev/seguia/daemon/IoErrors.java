package dev.seguia.daemon;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/// Describes file errors in plain words.
public final class IoErrors {
  private IoErrors() {}

  public static String words(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "it is a file, not a directory";
      case NoSuchFileException _ -> "no such file or directory";
      case FileSystemException other ->
          Optional.ofNullable(other.getReason()).orElse("the system call failed");
      default -> Optional.ofNullable(e.getMessage()).orElse("the system call failed");
    };
  }
}
