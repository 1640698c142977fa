/// The sources to poll, read from the outlines of the list and of the lists that it includes.
///
/// Start at [SourceList].
@NullMarked
package dev.seguia.source;

import org.jspecify.annotations.NullMarked;
