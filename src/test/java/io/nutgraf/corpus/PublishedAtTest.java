package io.nutgraf.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishedAtTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2007-09-10T12:30:00Z | 2007-09-10T12:30:00Z",
        "2007-09-10t12:30:00.123456z | 2007-09-10T12:30:00.123456Z",
        "2007-09-10T12:30:00+02:00 | 2007-09-10T10:30:00Z",
        "2007-09-10T12:30:00+0200 | 2007-09-10T10:30:00Z",
        "2007-09-10T12:30:00-05 | 2007-09-10T17:30:00Z",
        "1890-01-01T00:19:32+00:19:32 | 1890-01-01T00:00:00Z",
        "2007-09-10 12:30:00 +0200 | 2007-09-10T10:30:00Z",
        "2007-09-10T12:30:00+02:00[Europe/Paris] | 2007-09-10T10:30:00Z",
        "2007-09-10 12:30:00 Europe/Paris | 2007-09-10T10:30:00Z",
        "2007-09-10 12:30:00 UTC | 2007-09-10T12:30:00Z",
        "2007-09-10T12:30:00 | 2007-09-10T12:30:00Z",
        "2007-09-10 12:30 | 2007-09-10T12:30:00Z",
        "2007-09-10 | 2007-09-10T00:00:00Z",
        "20070910 | 2007-09-10T00:00:00Z",
        "1189427400 | 2007-09-10T12:30:00Z",
        "1189427400123 | 2007-09-10T12:30:00.123Z",
        "1189427400.5 | 2007-09-10T12:30:00.500Z",
        "1.1894274E9 | 2007-09-10T12:30:00Z",
        "-1000000000 | 1938-04-24T22:13:20Z",
        "Mon, 10 Sep 2007 12:30:00 GMT | 2007-09-10T12:30:00Z",
        "Mon, 10 Sep 2007 12:30:00 +0200 | 2007-09-10T10:30:00Z"
      })
  void readsTheUsualForms(String value, String instant) {
    assertThat(new PublishedAt(ZoneOffset.UTC).parse(value)).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2007-09-10T12:30:00 | 2007-09-10T10:30:00Z",
        "2007-09-10 | 2007-09-09T22:00:00Z",
        "2007-09-10T12:30:00Z | 2007-09-10T12:30:00Z"
      })
  void usesTheGivenZoneWhereNoneIsNamed(String value, String instant) {
    assertThat(new PublishedAt(ZoneId.of("Europe/Paris")).parse(value))
        .isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2007-02-30",
        "2007-13-01",
        "20071399",
        "12/09/2007",
        "2007-09-10T25:00:00",
        "0",
        "2007",
        "1189427400123456",
        "99999999999999999999999999",
        "1e99",
        "-0001-01-01",
        "Tue, 10 Sep 2007 12:30:00 GMT"
      })
  void refusesWhatIsInNoneOfTheForms(String value) {
    assertThatThrownBy(() -> new PublishedAt(ZoneOffset.UTC).parse(value))
        .isInstanceOf(DateTimeException.class);
  }

  @Test
  void refusesYearsThatSparkWritersCannotKeep() {
    assertThatThrownBy(() -> new PublishedAt(ZoneOffset.UTC).parse("+12007-09-10"))
        .isInstanceOf(DateTimeException.class);
  }
}
