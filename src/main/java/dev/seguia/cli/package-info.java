/// The command line, and the wiring of the daemon.
///
/// Start at [Main]; [Daemon] is the one place where the working parts meet.
@NullMarked
package dev.seguia.cli;

import org.jspecify.annotations.NullMarked;
