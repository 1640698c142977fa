package dev.seguia.fetch;

import dev.seguia.url.HostNames;
import java.util.Locale;
import java.util.regex.Pattern;

/// The host of a URL in normal form.
final class HostName {
  private static final Pattern NAME = Pattern.compile("[a-z0-9_.-]{1,253}");
  private static final Pattern LITERAL_V6 = Pattern.compile("[0-9a-f:.]{2,45}");
  private static final Pattern NUMBER_AT_END = Pattern.compile("(.*\\.)?(\\d+|0x[0-9a-f]*)");
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern PLAIN_V4 =
      Pattern.compile(OCTET + "\\." + OCTET + "\\." + OCTET + "\\." + OCTET);

  private HostName() {}

  static String of(String written) throws RefusedException {
    if (written.startsWith("[")) return literal(written);
    var host = HostNames.ascii(written).orElseThrow(() -> noName(written)).toLowerCase(Locale.ROOT);
    if (host.endsWith(".")) host = host.substring(0, host.length() - 1);
    if (!NAME.matcher(host).matches()) throw noName(written);
    // A host that ends in a number is an address to some programs (WHATWG URL, section 3.5): 127.1,
    // 0x7f000001, 2130706433. Nobody who means well writes one so.
    if (NUMBER_AT_END.matcher(host).matches() && !PLAIN_V4.matcher(host).matches())
      throw new RefusedException(
          "'" + host + "' is an IP address in a notation that we do not fetch");
    return host;
  }

  private static String literal(String written) throws RefusedException {
    var host = written.substring(1).toLowerCase(Locale.ROOT);
    if (!host.endsWith("]")) throw noName(written);
    host = host.substring(0, host.length() - 1);
    if (!LITERAL_V6.matcher(host).matches() || !host.contains(":")) throw noName(written);
    return host;
  }

  private static RefusedException noName(String written) {
    return new RefusedException("'" + PlainWords.oneLine(written) + "' is not a valid host name");
  }
}
