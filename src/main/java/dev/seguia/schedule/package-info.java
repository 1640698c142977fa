/// Decides when each source is polled.
///
/// Start at [PollSchedule].
@NullMarked
package dev.seguia.schedule;

import org.jspecify.annotations.NullMarked;
