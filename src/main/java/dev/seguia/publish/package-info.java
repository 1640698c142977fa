/// Merges the newest entries of a tag into one feed and writes it in three formats.
///
/// Start at [Publisher], which gives a feed's bytes and keeps them until an entry in it changes.
@NullMarked
package dev.seguia.publish;

import org.jspecify.annotations.NullMarked;
