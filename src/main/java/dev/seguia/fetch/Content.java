package dev.seguia.fetch;

import java.util.List;

/// The body of a response, decompressed.
///
/// @param isClean it ended as its headers say; where it did not, the document has its end all the
///   same, but nothing may be kept of it that says that it is complete (RFC 9112 section 8)
/// @param remarks what the headers say wrongly, in plain words
record Content(byte[] bytes, boolean isClean, List<String> remarks) {
  Content {
    remarks = List.copyOf(remarks);
  }

  static Content none() {
    return new Content(new byte[0], true, List.of());
  }
}
