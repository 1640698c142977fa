package dev.seguia.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NetworkTest {
  @ParameterizedTest(name = "{0} contains {1}: {2}")
  @CsvSource({
    "127.0.0.0/8, 127.9.9.9, true",
    "127.0.0.0/8, 10.0.0.1, false",
    "127.0.0.1/32, 127.0.0.1, true",
    "127.0.0.1/32, 127.0.0.2, false",
    "10.1.2.3/9, 10.127.0.1, true",
    "10.1.2.3/9, 10.128.0.1, false",
    "0.0.0.0/0, 192.168.0.1, true",
    "0.0.0.0/0, ::1, false",
    "::1/128, ::1, true",
    "fd00::/8, fd12::1, true",
    "fd00::/8, fc00::1, false"
  })
  void containsTheAddressesWithItsPrefix(String network, String address, boolean contained) {
    assertThat(Network.of(network).contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
  }

  @Property(seed = "20251114")
  void containsExactlyTheAddressesWithItsPrefix(
      @ForAll int base, @ForAll int other, @ForAll @IntRange(max = 32) int bits)
      throws UnknownHostException {
    var network = new Network(address(base), bits);
    var differs = bits != 0 && (base ^ other) >>> (32 - bits) != 0;
    assertThat(network.contains(address(other))).isEqualTo(!differs);
    assertThat(network.contains(address(base))).isTrue();
  }

  private static InetAddress address(int bits) throws UnknownHostException {
    return InetAddress.getByAddress(
        new byte[] {(byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits});
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "localhost/8",
        "127.0.0.1",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/x",
        "10.0.0.0/",
        "::/129"
      })
  void readsNoNetworkInAnotherText(String text) {
    assertThat(Network.parse(text)).isEmpty();
    assertThatThrownBy(() -> Network.of(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("'" + text + "' is not a network");
  }
}
