package nu.validator.checker;

/// Stands in the place of the checker's guess at languages, which needs another Jetty than ours and
/// has nothing but warnings to say.
public class LanguageDetectingChecker extends Checker {}
