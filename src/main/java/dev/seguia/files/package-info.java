/// Makes files and directories that are for their owner alone, and replaces files without changing
/// whose they are.
///
/// [OwnerOnly] makes what is new, [KeptOwner] replaces what is there.
@NullMarked
package dev.seguia.files;

import org.jspecify.annotations.NullMarked;
