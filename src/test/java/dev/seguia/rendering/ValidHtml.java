package dev.seguia.rendering;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;

/// The Nu Html Checker of the W3C, which tells what is wrong with a page by the HTML standard.
final class ValidHtml {
  private static final String SCHEMA = "http://s.validator.nu/html5-rdfalite.rnc";

  private ValidHtml() {}

  /// Each error on a line; warnings are not among them.
  static List<String> errors(String html) {
    var errors = new ArrayList<String>();
    var collecting = new Collecting(errors);
    try {
      var validator = new SimpleDocumentValidator(true, false, false);
      validator.setUpMainSchema(SCHEMA, collecting);
      validator.setUpValidatorAndParsers(collecting, true, false);
      validator.checkHtmlInputSource(new InputSource(new StringReader(html)));
    } catch (Exception e) {
      throw new IllegalStateException("the checker broke", e);
    }
    return errors;
  }

  private record Collecting(List<String> errors) implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // the checker has many, on matters of taste
    }

    @Override
    public void error(SAXParseException e) {
      errors.add("line " + e.getLineNumber() + ": " + e.getMessage());
    }

    @Override
    public void fatalError(SAXParseException e) {
      error(e);
    }
  }
}
