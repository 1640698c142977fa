package dev.seguia.page;

import java.util.Optional;

/// The data of an error page. Public for its template alone.
///
/// @param detail in plain English, of what is wrong with just this request; empty if there is no
///   more to say
public record RefusalPage(
    Messages words, Frame frame, String title, String reason, Optional<String> detail) {}
