package dev.seguia.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class InterstitialTest {
  private static final URI ASKED = URI.create("https://paper.example/feed");

  private static String kind(String html) {
    return Interstitial.of(ASKED, ASKED, html.getBytes(UTF_8)).orElse("none");
  }

  private static String page(String title, String body) {
    return "<!DOCTYPE html><html><head><title>%s</title></head><body>%s</body></html>"
        .formatted(title, body);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "challenge | Just a moment...",
        "challenge | Un instant...",
        "challenge | Making sure you're not a bot!",
        "challenge | DDoS-Guard",
        "challenge | Pardon Our Interruption",
        "challenge | Vérification de sécurité",
        "challenge | Проверка браузера",
        "challenge | التحقق من أنك لست روبوتاً",
        "suspension | Account Suspended",
        "suspension | Ce site est suspendu",
        "suspension | Cuenta suspendida",
        "suspension | Diese Seite ist gesperrt",
        "suspension | تم إيقاف الموقع",
        "maintenance | Site en maintenance",
        "maintenance | Under construction",
        "maintenance | Bientôt de retour",
        "maintenance | Wartungsarbeiten",
        "maintenance | En mantenimiento",
        "maintenance | الموقع تحت الصيانة",
        "parking | paper.example - this domain is for sale",
        "parking | Ce nom de domaine est à vendre",
        "parking | Apache2 Ubuntu Default Page: It works",
        "parking | Dominio en venta",
        "consent | Votre consentement",
        "consent | Before you continue",
        "consent | Avant de continuer",
        "consent | Ihre Einwilligung",
        "login | Log in ‹ Paper — WordPress",
        "login | Connectez-vous",
        "login | Iniciar sesión",
        "login | تسجيل الدخول",
        "block | Access Denied",
        "block | Accès refusé",
        "block | 403 Forbidden",
        "block | Доступ ограничен",
        "soft 404 | 404 Not Found",
        "soft 404 | Page introuvable",
        "soft 404 | Página no encontrada",
        "soft 404 | Seite nicht gefunden",
        "soft 404 | الصفحة غير موجودة"
      })
  void isKnownByItsTitleOrHeading(String kind, String title) {
    assertThat(kind(page(title, "<p>Some words.</p>"))).contains(kind).contains("\"");
    assertThat(kind(page("paper.example", "<h1>" + title + "</h1>"))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "challenge | <script>window._cf_chl_opt = {}</script>",
        "challenge | <noscript>Enable JavaScript and cookies to continue</noscript>",
        "challenge | <p>Please complete the security check to access</p>",
        "challenge | <script src='/aes.js'></script><script>toNumbers('f6')</script>",
        "challenge | <script>document.cookie='a=b'; location.reload(true)</script>",
        "parking | <script src='https://www.sedoparking.com/x.js'></script>",
        "suspension | <p>This account has been suspended.</p>",
        "maintenance | <p>Briefly unavailable for scheduled maintenance.</p>",
        "login | <form><input name=user><input type=password></form>",
        "block | <p>error code: 1020</p>"
      })
  void isKnownByWhatStandsInIt(String kind, String body) {
    assertThat(kind(page("paper.example", body))).contains(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "https://consent.paper.example/collect?to=x, consent",
    "https://paper.example/wp-login.php?redirect_to=x, login",
    "https://login.paper.example/, login",
    "https://paper.example/cgi-sys/suspendedpage.cgi, suspension",
    "https://paper.example/404.html, soft 404"
  })
  void isKnownByWhereARedirectLed(String location, String kind) {
    var body = page("paper.example", "").getBytes(UTF_8);
    assertThat(Interstitial.of(ASKED, URI.create(location), body).orElse("")).contains(kind);
    var asked = URI.create(location);
    assertThat(Interstitial.of(asked, asked, body)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<html><head><title>Le Desk</title></head><body><a href=/sport>Sport</a></body></html>",
        "<?xml version='1.0'?><rss><channel><title>Maintenance</title></channel></rss>",
        "<rss><channel><title>Just a moment...</title></channel></rss>",
        "{\"title\": \"Access denied\", \"items\": []}",
        ""
      })
  void isNoOtherDocument(String document) {
    assertThat(kind(document)).isEqualTo("none");
  }

  @Test
  void isNoPageWithMuchText() {
    var article = "<p>" + "Le compte du club a été suspendu hier par la fédération. ".repeat(80);
    assertThat(kind(page("Compte suspendu : le club se défend", article))).isEqualTo("none");
  }
}
