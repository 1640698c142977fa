package dev.seguia.charsets;

/// Measures how well bytes fit UTF-8.
///
/// @param multibyte sound sequences of two bytes and more
/// @param invalid bytes that belong to no sound sequence
record Utf8Shape(int multibyte, int invalid) {

  static Utf8Shape of(byte[] body) {
    var multibyte = 0;
    var invalid = 0;
    var at = 0;
    while (at < body.length) {
      if (body[at] >= 0) {
        at++;
        continue;
      }
      var length = sequence(body, at);
      if (length == 0) invalid++;
      else multibyte++;
      at += Math.max(1, length);
    }
    return new Utf8Shape(multibyte, invalid);
  }

  /// The length of the sequence that starts here, or 0 if it is none.
  private static int sequence(byte[] body, int at) {
    var lead = body[at] & 0xFF;
    var length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
    if (length == 0 || at + length > body.length) return 0;
    for (var i = 1; i < length; i++) if ((body[at + i] & 0xC0) != 0x80) return 0;
    var second = body[at + 1] & 0xFF;
    var overlongOrBeyond =
        (lead == 0xE0 && second < 0xA0)
            || (lead == 0xED && second > 0x9F)
            || (lead == 0xF0 && second < 0x90)
            || (lead == 0xF4 && second > 0x8F);
    return overlongOrBeyond ? 0 : length;
  }
}
