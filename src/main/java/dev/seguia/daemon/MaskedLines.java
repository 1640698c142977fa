package dev.seguia.daemon;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.seguia.url.UrlSecrets;
import java.nio.charset.StandardCharsets;

/// Wraps a log encoder and masks the secrets in URLs: in messages, values and exceptions alike.
final class MaskedLines extends EncoderBase<ILoggingEvent> {
  private final Encoder<ILoggingEvent> lines;

  MaskedLines(Encoder<ILoggingEvent> lines) {
    this.lines = lines;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    return masked(lines.encode(event));
  }

  private static byte[] masked(byte[] line) {
    return UrlSecrets.masked(new String(line, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] headerBytes() {
    return lines.headerBytes();
  }

  @Override
  public byte[] footerBytes() {
    return lines.footerBytes();
  }
}
