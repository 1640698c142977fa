package dev.seguia.page;

import io.nayuki.qrcodegen.QrCode;

/// A QR code of an address, for reading on a phone. Public for the templates alone.
///
/// @param path along its dark modules, as SVG writes it: to be drawn with a stroke of width 1
/// @param size in modules, with the quiet zone around it (ISO/IEC 18004 asks for four)
public record QrPicture(String path, int size) {
  private static final int QUIET = 4;

  static QrPicture of(String address) {
    var code = QrCode.encodeText(address, QrCode.Ecc.LOW);
    var path = new StringBuilder();
    for (var y = 0; y < code.size; y++) drawRow(code, y, path);
    return new QrPicture(path.toString(), code.size + 2 * QUIET);
  }

  /// Dark modules that touch are one stroke, half a module below the row's upper edge.
  private static void drawRow(QrCode code, int y, StringBuilder path) {
    for (var x = 0; x < code.size; ) {
      var end = x;
      while (end < code.size && code.getModule(end, y)) end++;
      if (end > x)
        path.append('M')
            .append(x + QUIET)
            .append(' ')
            .append(y + QUIET)
            .append(".5h")
            .append(end - x);
      x = Math.max(end, x + 1);
    }
  }
}
