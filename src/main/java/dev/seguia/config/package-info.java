/// The daemon's settings, read once and checked whole.
///
/// Start at [ConfigFile], which gives a [Config] or every complaint at once. A `Config` has one
/// record for each section of the file; the record declares, reads and checks the keys of its
/// section, and is what the packages take that depend on them.
@NullMarked
package dev.seguia.config;

import org.jspecify.annotations.NullMarked;
