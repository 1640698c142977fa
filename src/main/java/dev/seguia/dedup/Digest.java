package dev.seguia.dedup;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/// Gathers fields into a 128-bit hash. A field's length goes in before it, so that no two lists of
/// fields can run together into the same bytes.
final class Digest {
  private final MessageDigest digest;

  Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  Digest add(String field) {
    return add(field.getBytes(StandardCharsets.UTF_8));
  }

  Digest add(byte[] bytes) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  Digest add(Optional<?> field) {
    return add(field.map(Object::toString).orElse(""));
  }

  Digest addAll(Iterable<?> fields) {
    fields.forEach(field -> add(field.toString()));
    return this;
  }

  UUID hash() {
    var bytes = ByteBuffer.wrap(digest.digest());
    return new UUID(bytes.getLong(), bytes.getLong());
  }
}
