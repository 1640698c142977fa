/// The daemon's settings, read once and checked whole.
///
/// Start at [ConfigFile], which gives a [Config] or every complaint at once.
@NullMarked
package dev.seguia.config;

import org.jspecify.annotations.NullMarked;
