package dev.seguia.sitemap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.sitemap.SitemapResult.Pages;
import dev.seguia.sitemap.SitemapResult.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What is written to do harm ends soon, and brings nothing of ours out.
@Timeout(20)
final class HostileSitemapTest {
  private static SitemapResult read(byte[] body) {
    return SitemapReader.read(URI.create("https://h.example/sitemap.xml"), body);
  }

  private static SitemapResult read(String text) {
    return read(text.getBytes(UTF_8));
  }

  /// Writes something large.
  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private static byte[] packed(Writing writing) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes, 64 << 10)) {
      writing.to(gzip);
    }
    return bytes.toByteArray();
  }

  private static void repeat(OutputStream out, String text, int times) throws IOException {
    var bytes = text.getBytes(UTF_8);
    for (int i = 0; i < times; i++) out.write(bytes);
  }

  @Test
  void expandsNoEntity() {
    var text = new StringBuilder("<!DOCTYPE urlset [<!ENTITY a0 \"https://h.example/lol\">\n");
    for (int i = 1; i < 10; i++)
      text.append("<!ENTITY a%d \"%s\">\n".formatted(i, ("&a" + (i - 1) + ";").repeat(10)));
    text.append("]><urlset><url><loc>&a9;</loc></url></urlset>");
    switch (read(text.toString())) {
      case Pages(var feed) -> assertThat(feed.entries().toString()).doesNotContain("lol");
      case Unreadable(var reason) -> assertThat(reason).isNotEmpty();
      case SitemapResult.Index index -> throw new AssertionError(index.toString());
    }
  }

  @Test
  void readsNoFileAndAsksNoServer() throws IOException {
    try (var server = new ServerSocket(0)) {
      server.setSoTimeout(200);
      for (var system :
          new String[] {"file:///etc/passwd", "http://127.0.0.1:" + server.getLocalPort() + "/x"}) {
        var result =
            read(
                """
                <?xml-stylesheet href="%1$s"?>
                <!DOCTYPE urlset SYSTEM "%1$s" [<!ENTITY x SYSTEM "%1$s"><!ENTITY %% y SYSTEM "%1$s">%%y;]>
                <urlset xmlns:xi="http://www.w3.org/2001/XInclude">
                <url><loc>https://h.example/</loc><news><title>&x;</title></news></url>
                <xi:include href="%1$s"/></urlset>
                """
                    .formatted(system));
        assertThat(result.toString()).doesNotContain("root:");
      }
      org.assertj.core.api.Assertions.assertThatThrownBy(server::accept)
          .isInstanceOf(java.net.SocketTimeoutException.class);
    }
  }

  @Test
  void unpacksNoBomb() throws IOException {
    var bomb =
        packed(out -> {
          repeat(out, "<urlset>", 1);
          repeat(out, " ".repeat(1 << 20), 300);
        });
    assertThat(read(bomb))
        .isEqualTo(new Unreadable("it is larger than 50MB, as no sitemap may be"));
    var lines = packed(out -> repeat(out, "https://h.example/".repeat(1_000), 10_000));
    assertThat(read(lines)).isInstanceOf(Unreadable.class);
  }

  @Test
  void keepsOfAMillionPagesAsManyAsOneMayHave() throws IOException {
    var many =
        packed(out -> {
          repeat(out, "<urlset>", 1);
          repeat(out, "<url><loc>https://h.example/a</loc></url>", 1_000_000);
        });
    if (!(read(many) instanceof Pages(var feed))) throw new AssertionError();
    assertThat(feed.entries()).hasSize(50_000);
    assertThat(feed.whole()).isFalse();
  }

  @Test
  void goesNoDeeperThanAnySitemap() {
    assertThat(read("<urlset>" + "<a>".repeat(1_000_000)))
        .isEqualTo(new Unreadable("its elements are nested more than 50 deep"));
  }

  @Test
  void boundsEveryText() {
    var long1 = "a".repeat(5 << 20);
    var result =
        read(
            "<urlset><url><loc>https://h.example/"
                + long1
                + "</loc></url><url><loc>https://h.example/</loc><news><title>"
                + long1
                + "</title><keywords>"
                + "a,b".repeat(100_000)
                + "</keywords></news></url></urlset>");
    if (!(result instanceof Pages(var feed))) throw new AssertionError(result.toString());
    assertThat(feed.entries()).hasSize(1);
    assertThat(feed.entries().getFirst().title().value()).hasSizeLessThanOrEqualTo(8_000);
    assertThat(feed.entries().getFirst().categories()).hasSizeLessThanOrEqualTo(50);
  }

  @Test
  void isSoonDoneWithManyAttributesAndReferences() {
    var attributes = new StringBuilder("<urlset");
    for (int i = 0; i < 200_000; i++) attributes.append(" a").append(i).append("=''");
    assertThat(read(attributes + "/>")).isNotInstanceOf(SitemapResult.Index.class);
    var references = "<urlset><url><loc>https://h.example/" + "&".repeat(2 << 20);
    assertThat(read(references)).isInstanceOf(Unreadable.class);
    var brackets = "<urlset>" + "<![CDATA[".repeat(300_000) + "]".repeat(1 << 20);
    assertThat(read(brackets)).isInstanceOf(Unreadable.class);
  }
}
