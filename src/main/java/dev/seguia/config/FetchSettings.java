package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import dev.seguia.url.BaseUrl;
import dev.seguia.url.Network;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How documents are fetched.
///
/// @param maxBody in bytes, after decompression
/// @param userAgent with `VERSION` and `base-url` still to be filled in, see [#userAgent(String,
///   BaseUrl)]
/// @param contact an address for those whose servers we ask
/// @param allowAddresses networks (CIDR) that may be fetched although they are private
public record FetchSettings(
    Duration timeout,
    long maxBody,
    String userAgent,
    Optional<String> contact,
    List<String> allowAddresses) {
  static final Section SECTION = new Section("fetch");

  private static final Key<Duration> TIMEOUT =
      SECTION.key("timeout", Kind.DURATION, "30s", "the longest that one fetch may take");
  private static final Key<Long> MAX_BODY =
      SECTION.key("max-body", Kind.SIZE, "10MB", "the largest document taken, after decompression");
  private static final Key<String> USER_AGENT =
      SECTION.key(
          "user-agent",
          Kind.TEXT,
          "Seguia/VERSION (+base-url)",
          "what we call ourselves; VERSION and base-url are filled in");
  private static final Key<Optional<String>> CONTACT =
      SECTION.key(
          "contact",
          Kind.TEXT_OR_NONE,
          "none",
          "a mail or web address for the people whose servers we ask");
  private static final Key<List<String>> ALLOW_ADDRESSES =
      SECTION.key(
          "allow-addresses",
          Kind.TEXTS,
          "[]",
          "private networks (CIDR, as 10.1.0.0/16) that may be fetched");

  private static final Duration LONGEST = Duration.ofHours(1);

  public FetchSettings {
    allowAddresses = List.copyOf(allowAddresses);
    var check =
        new Check()
            .that(
                timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
                TIMEOUT,
                "must lie between 1s and 1h",
                timeout)
            .that(
                maxBody >= 1 && maxBody <= 1L << 30,
                MAX_BODY,
                "must lie between 1B and 1GB",
                maxBody + "B")
            .that(isHeader(userAgent), USER_AGENT, "must be one line of plain ASCII", userAgent)
            .that(
                contact.stream().allMatch(text -> isHeader(text) && !text.matches(".*[()\\\\].*")),
                CONTACT,
                "must be one line of plain ASCII, without brackets",
                contact.orElse(""));
    for (var network : allowAddresses)
      check.that(
          Network.parse(network).isPresent(),
          ALLOW_ADDRESSES,
          "must hold networks in CIDR notation, as 127.0.0.1/32 or fd00::/8",
          network);
    check.done();
  }

  /// Reads the section.
  static FetchSettings read(Reading given) {
    return new FetchSettings(
        given.get(TIMEOUT),
        given.get(MAX_BODY),
        given.get(USER_AGENT),
        given.get(CONTACT),
        given.get(ALLOW_ADDRESSES));
  }

  private static boolean isHeader(String text) {
    return !text.isBlank() && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }

  /// The networks that may be fetched although they are private.
  public List<Network> allowedNetworks() {
    return allowAddresses.stream().map(Network::of).toList();
  }

  /// What we call ourselves, of that version and at that address.
  public String userAgent(String version, BaseUrl baseUrl) {
    var url = baseUrl.url().toASCIIString();
    var name = userAgent.replace("VERSION", version).replace("base-url", url);
    return contact.map(address -> with(name, address)).orElse(name);
  }

  /// The contact stands in the comment of the product (RFC 9110 section 10.1.5).
  private static String with(String name, String address) {
    return name.endsWith(")")
        ? name.substring(0, name.length() - 1) + "; " + address + ")"
        : name + " (" + address + ")";
  }
}
