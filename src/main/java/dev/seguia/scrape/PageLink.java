package dev.seguia.scrape;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// A URL that a page links to, with all its link elements.
final class PageLink {
  private final String url;
  private final UrlPattern form;

  /// Whether it leads to the site of the page.
  private final boolean home;

  private final List<Element> anchors = new ArrayList<>();

  PageLink(String url, UrlPattern form, boolean home) {
    this.url = url;
    this.form = form;
    this.home = home;
  }

  void add(Element anchor) {
    anchors.add(anchor);
  }

  String url() {
    return url;
  }

  UrlPattern form() {
    return form;
  }

  boolean isHome() {
    return home;
  }

  List<Element> anchors() {
    return anchors;
  }
}
