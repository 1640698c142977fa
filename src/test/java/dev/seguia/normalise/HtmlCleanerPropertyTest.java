package dev.seguia.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

final class HtmlCleanerPropertyTest {
  private static final String[] PIECES =
      ("<p>,</p>,<div>,</div>,<b>,</b>,<i>,</i>,<a href=/x>,</a>,<a>,<h1>,</h1>,<h2>,</h2>,<ul>,</ul>,<li>,</li>,"
              + "<ol>,<dl>,<dt>,<dd>,</dl>,<table>,</table>,<tbody>,<tr>,</tr>,<td>,</td>,<th>,<caption>,</caption>,"
              + "<colgroup>,<col>,<thead>,<pre>,</pre>,\n,  ,x,&lt;,&amp;,&nbsp;,<br>,<hr>,<img src=i.png>,"
              + "<img src=p.gif width=1>,<img data-src=l.png>,<noscript>,</noscript>,<span dir=rtl>,<span>,</span>,"
              + "<form>,</form>,<button>,</button>,<select>,<option>,</select>,<svg>,</svg>,<math>,<mi>,</math>,"
              + "<foreignObject>,<desc>,<title>,</title>,<style>,</style>,<script>,</script>,<template>,</template>,"
              + "<object>,</object>,<marquee>,</marquee>,<applet>,<nobr>,<font>,</font>,<center>,</center>,<ruby>,"
              + "</ruby>,<rt>,<rp>,<rb>,<rtc>,<details>,<summary>,</summary>,</details>,<blockquote>,</blockquote>,"
              + "<video src=v.mp4>,</video>,<audio>,</audio>,<source src=s.mp3>,<picture>,</picture>,"
              + "<source srcset=a.png>,<iframe src=//www.youtube.com/embed/x>,</iframe>,<textarea>,</textarea>,"
              + "<xmp>,</xmp>,<plaintext>,<listing>,<frameset>,<body>,<head>,<html>,</body>,<address>,</address>,"
              + "<section>,</section>,<figure>,<figcaption>,</figure>,<!--,-->,<![CDATA[,]]>,<!doctype html>,"
              + "<span style=display:block>,<div style=white-space:pre>,<p style=direction:rtl>,<b style=display:flex>,"
              + "<iframe src=//tube.example/x>,<iframe>,<embed src=e.swf>,<object data=o.pdf>,<param name=movie value=m>,"
              + "<area href=/m alt=m>,<map>,</map>,<canvas>,</canvas>,<noembed>,</noembed>,<msup>,<mn>,<text>,"
              + "<img src=blank.gif alt=z>,<picture><source srcset=a.png></picture>,<i data-bg=i.jpg>,<input type=checkbox>,"
              + "<video poster=p.jpg>,<x-y src=z.jpg>,<x-y url=/z>,<font dir=rtl>,</font>,<applet alt=a>,"
              + "<small>,</small>,<big>,<u>,</u>,<em>,</em>,<x-y>,</x-y>,<dialog>,</dialog>,<menu>,<input>,"
              + "onclick=x,\",',=,>,<,/,\u0000,\ud800,\u0001,<fieldset>,<legend>,<optgroup>,<wbr>,<main>,</main>")
          .split(",", -1);

  private static String clean(String html) {
    return new HtmlCleaner().clean(html, Optional.of(URI.create("https://example.org/a/")));
  }

  @Provide
  Arbitrary<String> tagSoup() {
    return Arbitraries.of(PIECES).list().ofMaxSize(24).map(pieces -> String.join("", pieces));
  }

  @Property(tries = 6000, seed = "20251114")
  void cleaningTwiceIsCleaningOnce(@ForAll("tagSoup") String html) {
    var once = clean(html);
    assertThat(clean(once)).isEqualTo(once);
  }

  @Property(tries = 3000, seed = "20251114")
  void whatComesOutIsSafe(@ForAll("tagSoup") String html) {
    SafeHtml.assertSafe(clean(html));
  }

  @Property(tries = 500, seed = "20251114")
  void anyTextIsRead(@ForAll String html) {
    var once = clean(html);
    SafeHtml.assertSafe(once);
    assertThat(clean(once)).isEqualTo(once);
  }
}
