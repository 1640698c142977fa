package dev.seguia.fetch;

import dev.seguia.config.FetchSettings;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.io.CloseMode;

/// Fetches documents over HTTP, one at a time per call; thread-safe.
public final class Fetcher implements AutoCloseable {
  /// Limit: redirects of one request; more are a failure.
  static final int MOST_REDIRECTS = 8;

  /// Limit: pause that a server can ask for by `Retry-After`; longer ones are shortened.
  ///
  /// A mistaken "come back in ten years" must not end all sources of a server.
  private static final Duration LONGEST_REST = Duration.ofDays(1);

  private final FetchSettings settings;
  private final HttpClientFactory clients;
  private final HostGate gate;
  private final GuardedResolver resolver;
  private final CloseableHttpClient client;
  private final Exchange exchange;
  private final BodyMemory memory;
  private final Optional<Fetcher> forStrangers;
  private volatile boolean closed;

  /// @param userAgent what we call ourselves in every request
  public Fetcher(FetchSettings settings, String userAgent, HostGate gate, InstantSource clock) {
    this(
        settings,
        HttpClientFactory.ofSystem(userAgent),
        new AddressGuard(settings.allowedNetworks()),
        gate,
        BodyMemory.ofHeap(),
        clock);
  }

  Fetcher(
      FetchSettings settings,
      HttpClientFactory clients,
      AddressGuard guard,
      HostGate gate,
      BodyMemory memory,
      InstantSource clock) {
    this.settings = settings;
    this.clients = clients;
    this.gate = gate;
    this.memory = memory;
    resolver = new GuardedResolver(clients.names(), guard);
    client = clients.open(settings.timeout(), resolver);
    exchange = new Exchange(client, settings.maxBody(), guard, clock);
    // A client of its own: a connection to a private address, kept open for the user, would be
    // found by
    // the host's name.
    forStrangers =
        guard.isLenient()
            ? Optional.of(new Fetcher(settings, clients, guard.forStrangers(), gate, memory, clock))
            : Optional.empty();
  }

  /// The fetcher for URLs from third parties: it reaches only public addresses, whatever the user
  /// is allowed, and shares the rate limits of this one. It is closed with this one.
  public Fetcher forStrangers() {
    return forStrangers.orElse(this);
  }

  /// Fetches a document unconditionally.
  ///
  /// @see #fetch(URI, Validators, FetchPriority)
  public FetchResult fetch(URI url, Validators validators) throws InterruptedException {
    return fetch(url, validators, FetchPriority.PROVEN);
  }

  /// Fetches a document, following redirects, within the timeout; the time spent waiting for the
  /// host's rate limit does not count.
  ///
  /// @param validators those of the last response, or none to have the document in any case
  /// @throws InterruptedException if the thread is interrupted, or the fetcher closed
  public FetchResult fetch(URI url, Validators validators, FetchPriority priority)
      throws InterruptedException {
    return fetch(url, validators, priority, () -> {});
  }

  /// Fetches a document.
  ///
  /// @param departure told of every request just before it is sent, when its turn has come and its
  ///   connection is there; never, where nothing is asked
  /// @see #fetch(URI, Validators, FetchPriority)
  public FetchResult fetch(
      URI url, Validators validators, FetchPriority priority, Runnable departure)
      throws InterruptedException {
    return bring(
        new FetchRequest(
            url, validators, priority, MOST_REDIRECTS, FetchRequest.Admission.open(), departure));
  }

  FetchResult bring(FetchRequest fetchRequest) throws InterruptedException {
    var deadline = new Deadline(settings.timeout());
    var seen = new HashSet<URI>();
    var hop = Hop.first(fetchRequest.start());
    while (true)
      switch (visit(hop, fetchRequest, deadline, seen)) {
        case HttpResponse.Final(var result) -> {
          return result;
        }
        case HttpResponse.Redirect(var next) -> hop = next;
        case HttpResponse.NoRoom() -> throw new IllegalStateException("a request was not retried");
      }
  }

  private HttpResponse visit(Hop hop, FetchRequest fetchRequest, Deadline deadline, Set<URI> seen)
      throws InterruptedException {
    try {
      var target = Target.of(hop.url());
      if (!seen.add(target.url())) throw endless(hop, "redirect loop");
      if (hop.number() > fetchRequest.mostRedirects())
        throw endless(hop, "more than " + fetchRequest.mostRedirects() + " redirects");
      return visit(hop, target, fetchRequest, deadline);
    } catch (RefusedException e) {
      return new HttpResponse.Final(new FetchResult.Refused(after(hop) + e.reason()));
    } catch (UnusableResponseException e) {
      return unavailable(hop, PlainWords.of(e, ""), e.isAbsent());
    }
  }

  /// Bot gates set a cookie, redirect, and check whether it comes back; we send no cookies.
  private static UnusableResponseException endless(Hop hop, String fact) {
    return new UnusableResponseException(
        hop.setsCookie() ? "the server wants a cookie (it sets one and redirects): " + fact : fact,
        true);
  }

  /// Asks once, or again when there is memory for the body: that wait does not count as time of the
  /// fetch. The memory is given back here, if there is no document that has it.
  private HttpResponse visit(Hop hop, Target target, FetchRequest fetchRequest, Deadline deadline)
      throws InterruptedException, RefusedException {
    var share = memory.share();
    var isHandedOn = false;
    try {
      var response = visit(hop, target, fetchRequest, deadline, share);
      while (response instanceof HttpResponse.NoRoom) {
        share = share.again();
        response = visit(hop, target, fetchRequest, new Deadline(settings.timeout()), share);
      }
      isHandedOn = response instanceof HttpResponse.Final(FetchResult.Fetched _);
      return response;
    } finally {
      if (!isHandedOn) share.close();
    }
  }

  private HttpResponse visit(
      Hop hop, Target target, FetchRequest fetchRequest, Deadline deadline, BodyMemory.Share share)
      throws InterruptedException, RefusedException {
    // Held for one hop only: two fetches whose redirects cross would wait for each other.
    try (var _ = fetchRequest.admission().enter(target, fetchRequest.priority());
        var _ = gate.enter(target.host(), fetchRequest.priority())) {
      memory.awaitRoom();
      if (closed) throw new InterruptedException("the fetcher is closed");
      var rest = gate.rests().left(target.site());
      if (rest.isPresent()) return new HttpResponse.Final(new FetchResult.BackingOff(rest.get()));
      var asked = hop.at(target.url());
      return noteBackoff(deadline.run(() -> exchange.ask(asked, target, fetchRequest, share)));
    } catch (RefusedException e) {
      throw e;
    } catch (UnusableResponseException e) {
      return unavailable(hop, PlainWords.of(e, target.hostInWords()), e.isAbsent());
    } catch (IOException e) {
      if (closed) throw new InterruptedException("the fetcher was closed");
      return share.hasWaited() ? new HttpResponse.NoRoom() : unavailable(hop, target, e);
    } catch (IllegalStateException e) {
      if (closed) throw new InterruptedException("the fetcher was closed");
      throw e;
    }
  }

  private HttpResponse unavailable(Hop hop, Target target, IOException cause) {
    var reason =
        cause instanceof Deadline.TimeIsUp
            ? "no complete response from %s within %s"
                .formatted(target.hostInWords(), timeoutInWords())
            : PlainWords.of(cause, target.hostInWords());
    return unavailable(hop, reason, false);
  }

  /// As in `30s`.
  private String timeoutInWords() {
    var millis = settings.timeout().toMillis();
    return millis % 1000 == 0 ? millis / 1000 + "s" : millis + "ms";
  }

  /// Records a back-off before the host's next permit is given: waiting requests must not be sent.
  private HttpResponse noteBackoff(HttpResponse response) {
    if (response instanceof HttpResponse.Final(FetchResult.Throttled(_, var wait, var site)))
      site.ifPresent(place -> gate.rests().begin(place, wait.map(Fetcher::bounded)));
    return response;
  }

  /// Decompresses a document that was not fetched, as if it had been. One that cannot be
  /// decompressed is left as it is.
  public byte[] unpacked(byte[] document) {
    var limit = Math.toIntExact(settings.maxBody());
    try (var share = memory.share()) {
      return new ContentCodings(List.of())
          .undo(document, limit, () -> new UnusableResponseException("too large"), share)
          .bytes();
    } catch (IOException e) {
      return document;
    }
  }

  String userAgent() {
    return clients.userAgent();
  }

  /// How many bytes are left for large bodies.
  long memoryLeft() {
    return memory.left();
  }

  private static Duration bounded(Duration wait) {
    return wait.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : wait;
  }

  private static HttpResponse unavailable(Hop hop, String reason, boolean isAbsent) {
    return new HttpResponse.Final(new FetchResult.Unavailable(after(hop) + reason, isAbsent));
  }

  private static String after(Hop hop) {
    return hop.number() == 0 ? "" : "after a redirect: ";
  }

  /// Aborts the requests in progress, and sends no more.
  @Override
  public void close() {
    closed = true;
    memory.close();
    forStrangers.ifPresent(Fetcher::close);
    client.close(CloseMode.IMMEDIATE);
    resolver.close();
  }
}
