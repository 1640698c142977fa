/// The heap budget of each part.
///
/// A part asks [MemoryShare] for its bound in bytes and keeps to it.
@NullMarked
package dev.seguia.memory;

import org.jspecify.annotations.NullMarked;
