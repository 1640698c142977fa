package dev.seguia.rendering;

import dev.seguia.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Texts that run a script, or fetch something, in whoever shows them as they came.
final class Attacks {
  private static final JsonMapper JSON = new JsonMapper();

  /// One for each way in; after a bar, what must survive.
  private static final String OWN =
      """
      <script>alert(1)</script>
      <img src=x onerror=alert(1)>
      <svg onload=alert(1)>
      <svg><script>alert(1)</script></svg>
      <svg><animate onbegin=alert(1) attributeName=x dur=1s>
      <svg><use href="data:image/svg+xml,<svg id=x xmlns=http://www.w3.org/2000/svg><script>alert(1)</script></svg>#x">
      <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror=alert(1)&gt;">
      <math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
      <form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
      <noscript><p title="</noscript><img src=x onerror=alert(1)>">
      <textarea><p title="</textarea><img src=x onerror=alert(1)>">
      <xmp><p title="</xmp><img src=x onerror=alert(1)>">
      <title><p title="</title><img src=x onerror=alert(1)>">
      <style><p title="</style><img src=x onerror=alert(1)>">
      <template><img src=x onerror=alert(1)></template>
      <select><template><style></select><img src=x onerror=alert(1)></style></template>
      <iframe srcdoc="<script>alert(1)</script>"></iframe>
      <iframe src="javascript:alert(1)"></iframe>
      <iframe src="https://www.youtube.com.evil.example/embed/x" onload=alert(1)></iframe>
      <object data="javascript:alert(1)"></object><embed src="javascript:alert(1)">
      <a href="java&#9;script:alert(1)" id=x autofocus onfocus=alert(1) tabindex=1>x</a>
      <a href="\u0001javascript:alert(1)">x</a>
      <body onload=alert(1)><p onclick=alert(1)>x</p>
      <p style="background:url(https://evil.example/x.png)">x</p><style>@import 'https://evil.example/x.css';</style>
      <link rel=stylesheet href=https://evil.example/x.css><base href=https://evil.example/>
      <meta http-equiv=refresh content="0;url=https://evil.example/">
      <video><source onerror=alert(1) src=x></video><audio src=x onerror=alert(1)></audio>
      <details open ontoggle=alert(1)><summary>x</summary></details>
      <img srcset="javascript:alert(1) 1x" src=data:text/html,<script>alert(1)</script>>
      <img alt="<x" title="/><img src=x onerror=alert(1)>">
      <table><td background="javascript:alert(1)"><a href=x>y<table><a href=z>
      <!--><img src=x onerror=alert(1)>-->
      <![CDATA[<img src=x onerror=alert(1)>]]>
      &lt;img src=x onerror=alert(1)&gt;
      &amp;lt;img src=x onerror=alert(1)&amp;gt;
      </title></description></item><item><title>&lt;script&gt;alert(1)
      ]]><script>alert(1)</script><![CDATA[
      "><script>alert(1)</script>
      '-alert(1)-'
      javascript:alert(1)
      data:text/html,<script>alert(1)</script>
      <p>1 < 2 et AT&T</p>|AT&amp;T
      <blockquote><p>« Citation »</p></blockquote>|<blockquote>
      <p dir="rtl" lang="ar">نص</p>|<p dir="rtl" lang="ar">نص</p>
      <pre><code>if (a &lt; b) {}</code></pre>|a &lt; b
      <img src="https://images.example/a.jpg" alt="x">|https://images.example/a.jpg
      """;

  private Attacks() {}

  /// Those that are written down here.
  static List<Attack> own() {
    return numbered(
        "own",
        OWN.lines()
            .map(line -> line.split("\\|", 2))
            .map(parts -> new Attack("", parts[0], Stream.of(parts).skip(1).toList())));
  }

  /// Those of the corpus: what has once got through someone's cleaner. Skips the calling test where
  /// there is none.
  static List<Attack> known() throws IOException {
    var all = new ArrayList<Attack>();
    all.addAll(
        numbered(
            "vector",
            Files.readAllLines(Corpus.path("sanitize/vectors.jsonl")).stream()
                .map(JSON::readTree)
                .map(row -> attack(row.path("input"), row.path("must_contain")))));
    all.addAll(
        numbered(
            "event",
            Files.readAllLines(Corpus.path("sanitize/event-attributes.txt")).stream()
                .map(Attacks::onEvent)));
    all.addAll(
        numbered(
            "string",
            texts(JSON.readTree(Corpus.path("sanitize/naughty-strings.json"))).map(Attacks::of)));
    all.addAll(numbered("page", pages()));
    return all;
  }

  private static Attack of(String text) {
    return new Attack("", text, List.of());
  }

  private static Attack attack(JsonNode input, JsonNode keeps) {
    return new Attack("", input.asString(), texts(keeps).toList());
  }

  /// Elements to which most events come by themselves.
  private static Attack onEvent(String event) {
    var handler = event.strip() + "=alert(1)";
    return of(
        "<p %1$s tabindex=1 autofocus>x</p><img src=x %1$s><svg %1$s><body %1$s><input %1$s autofocus>"
            .formatted(handler));
  }

  private static Stream<Attack> pages() throws IOException {
    var texts = new ArrayList<Attack>();
    try (var files = Files.list(Corpus.path("sanitize/pages"))) {
      for (var file : files.sorted().toList()) texts.add(of(Files.readString(file)));
    }
    return texts.stream();
  }

  private static Stream<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString);
  }

  private static List<Attack> numbered(String kind, Stream<Attack> attacks) {
    var all = new ArrayList<Attack>();
    attacks.forEach(
        attack -> all.add(new Attack(kind + "-" + all.size(), attack.text(), attack.keeps())));
    return all;
  }
}
