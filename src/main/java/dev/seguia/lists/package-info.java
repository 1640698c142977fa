/// Keeps a good copy of each list on the web that the user's lists include, and brings newer ones.
///
/// [ListStore] holds the copies, from which lists are read without asking anyone; [ListRefresh]
/// asks for those that are due.
@NullMarked
package dev.seguia.lists;

import org.jspecify.annotations.NullMarked;
