package dev.seguia.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FetchSettingsTest {
  @ParameterizedTest
  @CsvSource({
    "timeout=0s, 'must be between 1s and 1h, not 0s'",
    "timeout=61m, 'must be between 1s and 1h, not 61m'",
    "max-body=0B, 'must be between 1B and 1GB, not 0B'",
    "max-body=1025MB, 'must be between 1B and 1GB, not 1074790400B'",
    "user-agent=Séguia, 'must be one line of ASCII text, not Séguia'",
    "contact=desk (news), 'must be one line of ASCII text without parentheses or backslashes, not desk"
        + " (news)'"
  })
  void namesTheKeyThatIsWrong(String setting, String complaint) {
    var result = ConfigFile.read(ConfigFile.DEFAULT, Map.of(), List.of("fetch." + setting));
    var key = "fetch." + setting.substring(0, setting.indexOf('='));
    assertThat(result)
        .isInstanceOfSatisfying(
            ConfigResult.Faulty.class,
            faulty ->
                assertThat(faulty.complaints())
                    .extracting(Complaint::what)
                    .containsExactly(key + " " + complaint));
  }
}
