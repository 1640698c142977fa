package dev.seguia.page;

import dev.seguia.web.ContentPolicy;
import dev.seguia.web.Request;
import dev.seguia.web.Response;

/// Answers with the page where the operator comes in: `/login`.
final class LoginPageHandler {
  private final PageRenderer pages;
  private final OperatorPanels desks;

  LoginPageHandler(PageRenderer pages, OperatorPanels desks) {
    this.pages = pages;
    this.desks = desks;
  }

  Response page(Request request) {
    var words = pages.words(request);
    var desk = desks.of(request);
    var isWrong = request.query().equals("wrong");
    var page = new LoginPage(words, pages.frame(), desk, desks.takesToken(), isWrong);
    var answer = pages.answerOnce(200, words, "login.jte", page, ContentPolicy.SEARCH);
    return PageRenderer.atDesk(PageRenderer.withForms(answer), desk);
  }
}
