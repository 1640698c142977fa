package dev.seguia.page;

import java.util.Optional;

/// Where the operator comes in. Public for its template alone.
///
/// @param panel of the operator who is in already
/// @param takesToken whether one comes in by a token
/// @param isWrong the token that was given last was wrong
public record LoginPage(
    Messages words,
    Frame frame,
    Optional<OperatorPanel> panel,
    boolean takesToken,
    boolean isWrong) {}
