/// One poll of one source, from fetch to store.
///
/// Start at [Poller]; its outcome is a [PollResult].
@NullMarked
package dev.seguia.poll;

import org.jspecify.annotations.NullMarked;
