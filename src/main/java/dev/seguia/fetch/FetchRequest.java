package dev.seguia.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// The URL that a fetcher requests, and the rules for it.
///
/// @param admission asked before every request, redirects included
/// @param departure told of every request that is about to be sent, its connection being there
record FetchRequest(
    URI url,
    Validators validators,
    FetchPriority priority,
    int mostRedirects,
    Admission admission,
    Runnable departure) {
  /// The first URL, without the login in it.
  URI start() {
    return Login.without(url);
  }

  /// The Authorization header for a URL: none, unless the login was given for that origin.
  Optional<String> authorization(Target target) throws RefusedException {
    var login = Login.of(url);
    return login.isEmpty() ? Optional.empty() : login.get().authorization(target);
  }

  /// Admits requests to a host one after the other.
  interface Admission {
    /// Waits for one's turn.
    ///
    /// @throws RefusedException if the place may not be asked
    HostGate.Permit enter(Target target, FetchPriority priority)
        throws IOException, InterruptedException;

    static Admission open() {
      return (_, _) -> () -> {};
    }
  }
}
