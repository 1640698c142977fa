package dev.seguia.page;

import static dev.seguia.page.PageWorld.header;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What people see who do not get what they ask for.
final class RefusalPageTest {
  private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

  @TempDir private Path folder;
  private PageWorld world;

  @BeforeEach
  void start() {
    world = new PageWorld(folder);
    world.store.sources.list(NewsDay.SOURCES);
    NewsDay.happenIn(world);
  }

  @AfterEach
  void stop() {
    world.close();
  }

  private HttpResponse<String> visit(String path, String language) {
    return world.get(path, "Accept", BROWSER, "Accept-Language", language);
  }

  @ParameterizedTest(name = "{0} in {2}: {1}")
  @CsvSource({
    "/nothing, 404, fr, L’adresse est mal écrite",
    "/nothing/at/all, 404, ar, في العنوان خطأ",
    "/entries/0123456789abcdef, 404, fr, Cet article n’existe pas",
    "/entries/none, 404, en, No such entry",
    "/tags/never-heard, 404, fr, Ce thème n’existe pas",
    "/tags/a+, 404, ar, ليست هذه عبارة وسوم",
    "/tags?page=99, 404, fr, La liste des thèmes n’a pas autant de pages",
    "/sources/none, 404, ar, لا وجود لهذا المصدر",
    "/tags/banques?after=x, 400, fr, Il manque quelque chose à l’adresse",
    "/search?q=a&source=%00, 400, fr, Il manque quelque chose à l’adresse",
  })
  void tellsPeopleInTheirLanguage(String path, int status, String language, String words) {
    var answer = visit(path, language);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(header(answer, "content-type")).isEqualTo("text/html; charset=utf-8");
    assertThat(header(answer, "content-language")).isEqualTo(language);
    assertThat(header(answer, "cache-control")).isEqualTo("no-store");
    assertThat(header(answer, "vary")).contains("Accept-Language").contains("Accept,");
    var page = Jsoup.parse(answer.body());
    assertThat(page.select("html").attr("lang")).isEqualTo(language);
    assertThat(page.select("main").text()).contains(words);
    assertThat(page.select("main a").attr("href")).isEqualTo("/");
    assertThat(page.select("link[rel=stylesheet]").attr("href")).isEqualTo("/style.css");
  }

  @Test
  void tellsWhatIsWrongWithTheAddress() {
    var page = Jsoup.parse(visit("/tags/banques?after=x", "ar").body());
    var detail = page.select("main [lang=en]");
    assertThat(detail.attr("dir")).isEqualTo("ltr");
    assertThat(detail.text()).startsWith("after is the position where a page begins");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nothing", "/entries/none", "/tags/banques?after=x", "/sources/none"})
  void tellsProgramsInPlainWords(String path) {
    var answer = world.get(path, "Accept-Language", "fr");
    assertThat(answer.statusCode()).isIn(400, 404);
    assertThat(header(answer, "content-type")).isEqualTo("text/plain; charset=utf-8");
    assertThat(answer.body().lines()).hasSize(1);
    assertThat(answer.body()).doesNotContain("<");
  }

  @Test
  void showsNothingOfTheAddressThatItDoesNotKnow() {
    var page = visit("/%3Cscript%3Ealert(1)%3C/script%3E?q=%3Cscript%3E", "fr").body();
    assertThat(page).doesNotContain("script");
  }
}
