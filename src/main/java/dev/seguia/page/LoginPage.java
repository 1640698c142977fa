package dev.seguia.page;

import java.util.Optional;

/// The login page of the operator. Public for its template alone.
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
