package dev.seguia.config;

import dev.seguia.config.InvalidSettings.Check;
import dev.seguia.url.BaseUrl;
import dev.seguia.url.Network;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Limits of a fetch, the User-Agent, and the private networks that may be fetched from.
///
/// @param maxBody in bytes, after decompression
/// @param userAgent a template with `VERSION` and `base-url`, see [#userAgent(String, BaseUrl)]
/// @param contact an email or web address for operators of the servers that we fetch from
/// @param allowAddresses private networks (CIDR) that may be fetched from
public record FetchSettings(
    Duration timeout,
    long maxBody,
    String userAgent,
    Optional<String> contact,
    List<String> allowAddresses) {
  static final Section SECTION = new Section("fetch");

  private static final Key<Duration> TIMEOUT =
      SECTION.key(
          "timeout", Kind.DURATION, "30s", "the longest time for one fetch, with its redirects");
  private static final Key<Long> MAX_BODY =
      SECTION.key(
          "max-body", Kind.SIZE, "10MB", "the largest accepted document, after decompression");
  private static final Key<String> USER_AGENT =
      SECTION.key(
          "user-agent",
          Kind.TEXT,
          "Seguia/VERSION (+base-url)",
          "the User-Agent header; VERSION and base-url are replaced by their values");
  private static final Key<Optional<String>> CONTACT =
      SECTION.key(
          "contact",
          Kind.TEXT_OR_NONE,
          "none",
          "an email or web address in the User-Agent, for the operators of other servers");
  private static final Key<List<String>> ALLOW_ADDRESSES =
      SECTION.key(
          "allow-addresses",
          Kind.TEXTS,
          "[]",
          "private networks that may be fetched from, in CIDR notation, as in 10.1.0.0/16");

  private static final Duration LONGEST = Duration.ofHours(1);

  public FetchSettings {
    allowAddresses = List.copyOf(allowAddresses);
    var check =
        new Check()
            .that(
                timeout.isPositive() && timeout.compareTo(LONGEST) <= 0,
                TIMEOUT,
                "must be between 1s and 1h",
                timeout)
            .that(
                maxBody >= 1 && maxBody <= 1L << 30,
                MAX_BODY,
                "must be between 1B and 1GB",
                maxBody + "B")
            .that(isHeader(userAgent), USER_AGENT, "must be one line of ASCII text", userAgent)
            .that(
                contact.stream().allMatch(text -> isHeader(text) && !text.matches(".*[()\\\\].*")),
                CONTACT,
                "must be one line of ASCII text without parentheses or backslashes",
                contact.orElse(""));
    for (var network : allowAddresses)
      check.that(
          Network.parse(network).isPresent(),
          ALLOW_ADDRESSES,
          "must contain networks in CIDR notation, as in 127.0.0.1/32 or fd00::/8",
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

  /// The private networks that may be fetched from.
  public List<Network> allowedNetworks() {
    return allowAddresses.stream().map(Network::of).toList();
  }

  /// The User-Agent header of a version of the program at a base URL.
  public String userAgent(String version, BaseUrl baseUrl) {
    var url = baseUrl.url().toASCIIString();
    var name = userAgent.replace("VERSION", version).replace("base-url", url);
    return contact.map(address -> with(name, address)).orElse(name);
  }

  /// Puts the contact into the comment of the product (RFC 9110 section 10.1.5).
  private static String with(String name, String address) {
    return name.endsWith(")")
        ? name.substring(0, name.length() - 1) + "; " + address + ")"
        : name + " (" + address + ")";
  }
}
