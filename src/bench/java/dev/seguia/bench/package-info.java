/// Measures what Seguia costs: an ingest from fetch to store, the whole daemon, a served feed, and
/// single steps.
///
/// Start at [Bench]. Everything here talks to loopback only; what is measured runs in a Java
/// machine of its own, with the options of the launcher.
@NullMarked
package dev.seguia.bench;

import org.jspecify.annotations.NullMarked;
