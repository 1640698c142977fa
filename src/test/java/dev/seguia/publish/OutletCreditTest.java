package dev.seguia.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.seguia.config.FeedCredit;
import dev.seguia.feed.Person;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutletCreditTest {
  @ParameterizedTest
  @CsvSource({
    "AUTHOR, Jeanne Dupont, Le Journal, Jeanne Dupont (Le Journal)",
    "AUTHOR, Le Journal, Le Journal, Le Journal",
    "AUTHOR, LE JOURNAL, Le Journal, LE JOURNAL",
    "AUTHOR, Jeanne Dupont (Le Journal), Le Journal, Jeanne Dupont (Le Journal)",
    "AUTHOR, 'Rédaction Télé-Sud', Tele Sud, 'Rédaction Télé-Sud'",
    "AUTHOR, Charles Apfel, AP, Charles Apfel (AP)",
    "AUTHOR, سعيد, هسبريس, سعيد (هسبريس)",
    "AUTHOR, Jeanne Dupont, ★, Jeanne Dupont (★)",
    "AUTHOR, Jeanne ★, ★, Jeanne ★",
    "AUTHOR, Jeanne Dupont, '', Jeanne Dupont",
    "TITLE, Jeanne Dupont, Le Journal, Jeanne Dupont",
    "NONE, Jeanne Dupont, Le Journal, Jeanne Dupont"
  })
  void namesTheOutletBehindAnAuthorOnce(
      FeedCredit credit, String name, String outlet, String shown) {
    var author = new OutletCredit(credit, outlet).author(Person.named(name));
    assertThat(author).isEqualTo(Person.named(shown));
  }

  @Test
  void namesTheOutletWhereOnlyAnAddressIsKnown() {
    var address = new Person("", Optional.of("desk@journal.example"), Optional.empty());
    assertThat(new OutletCredit(FeedCredit.AUTHOR, "Le Journal").author(address))
        .isEqualTo(new Person("Le Journal", Optional.of("desk@journal.example"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "TITLE, Un titre, Le Journal, Le Journal: Un titre",
    "TITLE, 'Le Journal : un titre', Le Journal, 'Le Journal : un titre'",
    "TITLE, Un titre du Journal, Journal, Journal: Un titre du Journal",
    "TITLE, Une journaliste, Une, Une journaliste",
    "TITLE, Unesco, Une, Une: Unesco",
    "TITLE, '', Le Journal, ''",
    "TITLE, Un titre, '', Un titre",
    "AUTHOR, Un titre, Le Journal, Un titre",
    "NONE, Un titre, Le Journal, Un titre"
  })
  void namesTheOutletBeforeATitleOnce(
      FeedCredit credit, String title, String outlet, String shown) {
    assertThat(new OutletCredit(credit, outlet).title(title)).isEqualTo(shown);
  }
}
