/// The command line: one type for each command.
///
/// Start at [Main].
@NullMarked
package dev.seguia.cli;

import org.jspecify.annotations.NullMarked;
