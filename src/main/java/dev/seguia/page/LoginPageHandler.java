package dev.seguia.page;

import dev.seguia.web.ContentPolicy;
import dev.seguia.web.Request;
import dev.seguia.web.Response;

/// Serves the login page of the operator: `/login`.
final class LoginPageHandler {
  private final PageRenderer pages;
  private final OperatorPanels panels;

  LoginPageHandler(PageRenderer pages, OperatorPanels panels) {
    this.pages = pages;
    this.panels = panels;
  }

  Response page(Request request) {
    var words = pages.words(request);
    var panel = panels.of(request);
    var isWrong = request.query().equals("wrong");
    var page = new LoginPage(words, pages.frame(), panel, panels.takesToken(), isWrong);
    var response = pages.responseOnce(200, words, "login.jte", page, ContentPolicy.SEARCH);
    return PageRenderer.forOperator(PageRenderer.withForms(response), panel);
  }
}
