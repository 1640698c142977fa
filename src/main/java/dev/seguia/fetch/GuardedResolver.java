package dev.seguia.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves host names and lets only allowed addresses through (SSRF, DNS rebinding). The client
/// connects to what is returned here and resolves nothing again, so the address that was checked is
/// the address that is used.
final class GuardedResolver implements DnsResolver, AutoCloseable {
  private static final int THREADS = 64;

  private final DnsResolver names;
  private final AddressGuard guard;
  // A lookup is a native call that holds the platform thread beneath a virtual one, of which there
  // are few: a dead name server would stop every fetch. So lookups have threads of their own.
  private final ExecutorService threads = lookupThreads();

  GuardedResolver(DnsResolver names, AddressGuard guard) {
    this.names = names;
    this.guard = guard;
  }

  private static ExecutorService lookupThreads() {
    var threads =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            10,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Thread.ofPlatform().daemon().name("lookup-", 0).factory());
    threads.allowCoreThreadTimeOut(true);
    return threads;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    var addresses = lookUp(host);
    // One bad address spoils the name: a mixture is how a stranger would try them all.
    for (var address : addresses)
      if (!guard.allows(address)) throw new RefusedException(closed(host, address));
    return addresses;
  }

  static String closed(String host, InetAddress address) {
    return "%s is at %s, which is not a public address (fetch.allow-addresses can open it to your"
            .formatted(host, address.getHostAddress())
        + " own lists)";
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    var lookup = threads.submit(() -> names.resolve(host));
    try {
      return lookup.get();
    } catch (InterruptedException e) {
      lookup.cancel(true); // nobody waits for it: if it has not begun, it need not
      Thread.currentThread().interrupt();
      throw new UnknownHostException(host);
    } catch (ExecutionException e) {
      // Java refuses some literals with an unchecked exception: no such host either way.
      throw new UnknownHostException(host);
    }
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
