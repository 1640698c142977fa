package dev.seguia.fetch;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/// What a fetcher is sent for, and under which rules.
///
/// @param door what has to be passed at every place on the way
/// @param departure told of every request that is about to be sent, its connection being there
record FetchRequest(
    URI url,
    Validators validators,
    FetchPriority priority,
    int mostRedirects,
    Door door,
    Runnable departure) {
  /// Where it begins, without the login in its URL.
  URI start() {
    return Login.without(url);
  }

  /// What a place is shown of the login in the URL: nothing, unless the URL names that place.
  Optional<String> authorization(Target target) throws RefusedException {
    var login = Login.of(url);
    return login.isEmpty() ? Optional.empty() : login.get().authorization(target);
  }

  /// Lets in whoever may ask a place, one after the other.
  interface Door {
    /// Waits for one's turn.
    ///
    /// @throws Refusal if the place may not be asked
    HostGate.Permit enter(Target target, FetchPriority priority)
        throws IOException, InterruptedException;

    static Door open() {
      return (_, _) -> () -> {};
    }
  }
}
