/// Keeps a local copy of each list on the web that the user's lists include, and updates it.
///
/// [ListStore] holds the copies, from which lists are read without asking anyone; [ListRefresh]
/// asks for those that are due.
@NullMarked
package dev.seguia.lists;

import org.jspecify.annotations.NullMarked;
