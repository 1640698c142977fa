package dev.seguia.scrape;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/// A URL that a page links to, with all its link elements.
public final class PageLink {
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

  public String url() {
    return url;
  }

  public UrlPattern form() {
    return form;
  }

  public boolean isHome() {
    return home;
  }

  public List<Element> anchors() {
    return anchors;
  }
}
