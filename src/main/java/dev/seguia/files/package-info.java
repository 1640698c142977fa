/// Creates files and directories for their owner alone, and replaces files without changing their
/// owner.
///
/// [OwnerOnly] makes what is new, [KeptOwner] replaces what is there.
@NullMarked
package dev.seguia.files;

import org.jspecify.annotations.NullMarked;
