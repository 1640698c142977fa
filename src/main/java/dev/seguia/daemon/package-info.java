/// The daemon: its parts, and how it starts, reloads and stops.
///
/// Start at [Daemon], the one place where the working parts meet.
@NullMarked
package dev.seguia.daemon;

import org.jspecify.annotations.NullMarked;
