/// The operator's API: reports on sources and tags, export of entries, polls on demand.
///
/// Start at [Reports], which the commands read when no daemon runs, and at [AdminRoutes], through
/// which they ask a daemon that does. Both give the same records. Who comes with a browser is let
/// in by [SessionAuthentication], and acts through [OperatorForms].
@NullMarked
package dev.seguia.admin;

import org.jspecify.annotations.NullMarked;
