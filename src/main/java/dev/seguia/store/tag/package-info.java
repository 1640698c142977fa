/// The tags in use: their numbers, their spellings, and when their feeds changed.
///
/// [TagTable] gives a tag its number and the spelling to show; [PackedTags] is how an entry's row
/// holds its tags.
@NullMarked
package dev.seguia.store.tag;

import org.jspecify.annotations.NullMarked;
