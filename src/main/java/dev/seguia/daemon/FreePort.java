package dev.seguia.daemon;

import dev.seguia.config.Config;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/// Chooses a free port (`http.port: 0`): feeds name their own address, so the port has to be known
/// before anything is served.
public final class FreePort {
  private FreePort() {}

  /// The same settings with a port that is free now, if they leave the choice.
  public static Config in(Config config) {
    return config.http().port() == 0 ? config.withPort(any(config)) : config;
  }

  private static int any(Config config) {
    try (var socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(config.http().bind(), 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw DaemonException.cannotListen(config.http(), e);
    }
  }
}
