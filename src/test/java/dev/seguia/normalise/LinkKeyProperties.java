package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class LinkKeyProperties {
  /// A page, with the query that is its identity.
  record Page(String path, List<String> query) {
    String link() {
      return "https://example.org" + path + (query.isEmpty() ? "" : "?" + String.join("&", query));
    }

    /// Another way to write the same.
    String respelled(Random random) {
      var pairs = new ArrayList<>(query);
      if (random.nextBoolean()) pairs.add("utm_source=" + random.nextInt());
      if (random.nextBoolean()) pairs.add("fbclid=x");
      if (random.nextBoolean()) pairs.add("ref=rss");
      Collections.shuffle(pairs, random);
      var prefix =
          List.of("http://", "HTTPS://", "https://WWW.", "https://m.", " https://amp.")
              .get(random.nextInt(5));
      var host = List.of("example.org", "Example.ORG", "example.org.").get(random.nextInt(3));
      var end = List.of("", "/", "/amp", "/index.html", "/./", "/x/..").get(random.nextInt(6));
      return prefix
          + host
          + path.replace("a", random.nextBoolean() ? "%61" : "a")
              .replace("/", random.nextBoolean() ? "//" : "/")
          + end
          + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs))
          + List.of("", "#top", "#xtor=RSS-1").get(random.nextInt(3));
    }
  }

  @Provide
  Arbitrary<Page> pages() {
    var segments =
        Arbitraries.of("a", "bar", "2025", "é", "x%20y", "A,b", "ال")
            .list()
            .ofMinSize(1)
            .ofMaxSize(4);
    var pairs = Arbitraries.of("id=1", "v=a%26b", "p=x+y", "é=1", "x[]=2").set().ofMaxSize(3);
    return Combinators.combine(segments, pairs)
        .as((path, query) -> new Page("/" + String.join("/", path), List.copyOf(query)));
  }

  @Property
  void isOneForEverySpelling(@ForAll("pages") Page page, @ForAll Random random) {
    var other = page.respelled(random);
    assertThat(LinkKey.of(other)).as(other).isPresent().isEqualTo(LinkKey.of(page.link()));
  }

  @Property
  void isTheKeyOfItself(@ForAll("pages") Page page) {
    var key = LinkKey.of(page.link()).orElseThrow();
    assertThat(LinkKey.of("https://" + key)).contains(key);
  }

  @Property
  void cleaningALinkKeepsItsKey(@ForAll("pages") Page page, @ForAll Random random) {
    var link = page.respelled(random);
    var clean = LinkCleaner.clean(link).orElseThrow();
    assertThat(LinkKey.of(clean)).isEqualTo(LinkKey.of(link));
    assertThat(LinkCleaner.clean(clean)).contains(clean);
  }

  @Property(tries = 2000)
  void anyTextIsReadOrRefused(@ForAll String text) {
    LinkCleaner.clean("https://example.org/" + text)
        .ifPresent(clean -> assertThat(LinkCleaner.clean(clean)).contains(clean));
    assertThat(LinkKey.of(text)).isEqualTo(LinkKey.of(text));
  }
}
