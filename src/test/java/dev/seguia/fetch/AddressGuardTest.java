package dev.seguia.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.url.Network;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AddressGuardTest {
  private final AddressGuard guard = new AddressGuard(List.of());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.250",
        "240.0.0.1",
        "255.255.255.255"
      })
  void closesWhatIsNotThePublicInternet(String address) {
    assertThat(guard.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::7f00:1",
        "::127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::192.168.0.1",
        "64:ff9b::169.254.169.254",
        "64:ff9b:0:1::8.8.8.8",
        "::8.8.8.8",
        "::ffff:169.254.169.254",
        "::ffff:0:8.8.8.8",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "febf::1",
        "fec0::1",
        "ff02::1",
        "5f00::1"
      })
  void closesWhatIsNotThePublicInternetOfVersion6(String address) {
    assertThat(guard.allows(InetAddress.ofLiteral(address))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.1.1",
        "172.15.255.255",
        "172.32.0.1",
        "192.0.1.1",
        "192.167.255.255",
        "198.17.255.255",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450::1",
        "2001:200::1",
        "64:ff9b::8.8.8.8",
        "::ffff:8.8.8.8"
      })
  void letsPublicAddressesThrough(String address) {
    assertThat(guard.allows(InetAddress.ofLiteral(address))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, 0.255.255.255, , 1.0.0.0",
    "10.0.0.0, 10.255.255.255, 9.255.255.255, 11.0.0.0",
    "100.64.0.0, 100.127.255.255, 100.63.255.255, 100.128.0.0",
    "127.0.0.0, 127.255.255.255, 126.255.255.255, 128.0.0.0",
    "169.254.0.0, 169.254.255.255, 169.253.255.255, 169.255.0.0",
    "172.16.0.0, 172.31.255.255, 172.15.255.255, 172.32.0.0",
    "192.0.0.0, 192.0.0.255, 191.255.255.255, 192.0.1.0",
    "192.0.2.0, 192.0.2.255, 192.0.1.255, 192.0.3.0",
    "192.88.99.0, 192.88.99.255, 192.88.98.255, 192.88.100.0",
    "192.168.0.0, 192.168.255.255, 192.167.255.255, 192.169.0.0",
    "198.18.0.0, 198.19.255.255, 198.17.255.255, 198.20.0.0",
    "198.51.100.0, 198.51.100.255, 198.51.99.255, 198.51.101.0",
    "203.0.113.0, 203.0.113.255, 203.0.112.255, 203.0.114.0",
    "224.0.0.0, 255.255.255.255, 223.255.255.255,",
    "::, 1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, , 2003::",
    "100::, 100::ffff:ffff:ffff:ffff, ,",
    "2001::, 2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff, , 2001:200::",
    "2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, 2001:db7:ffff::1, 2001:db9::",
    "2002::, 2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 2001:ffff::, 2003::",
    "3fff::, 3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff, 3ffe:ffff::, 3fff:1000::",
    "4000::, fbff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, 3fff:ffff::,",
    "fc00::, fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ,",
    "fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ,",
    "ff00::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff, ,"
  })
  void closesARangeFromItsFirstAddressToItsLast(
      String first, String last, @Nullable String before, @Nullable String after) {
    assertThat(allows(first)).isFalse();
    assertThat(allows(last)).isFalse();
    if (before != null) assertThat(allows(before)).isTrue();
    if (after != null) assertThat(allows(after)).isTrue();
  }

  private boolean allows(String address) {
    return guard.allows(InetAddress.ofLiteral(address));
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.0/8, 127.9.9.9, true",
    "127.0.0.0/8, 10.0.0.1, false",
    "0.0.0.0/0, 192.168.0.1, true",
    "0.0.0.0/0, ::1, false",
    "::1/128, ::1, true",
    "127.0.0.0/8, ::ffff:127.0.0.1, true",
    "10.0.0.0/8, 64:ff9b::a00:1, true"
  })
  void opensOnlyTheNetworksThatAreNamed(String allowed, String address, boolean open) {
    var guard = new AddressGuard(Network.all(allowed));
    assertThat(guard.allows(InetAddress.ofLiteral(address))).isEqualTo(open);
  }
}
