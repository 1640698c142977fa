package dev.seguia.web;

import java.util.function.BooleanSupplier;

/// Health checks for a supervisor: liveness (`/healthz`) and readiness (`/readyz`).
final class StatusHandler {
  private final BooleanSupplier ready;

  StatusHandler(BooleanSupplier ready) {
    this.ready = ready;
  }

  /// Alive, whatever else is the matter.
  Response health(Request request) {
    return Response.words(200, "alive");
  }

  /// Whether requests and polls are being served.
  Response readiness(Request request) {
    return ready.getAsBoolean()
        ? Response.words(200, "ready")
        : Response.words(503, "not ready").with("Retry-After", "5");
  }
}
