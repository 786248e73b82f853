package io.nutgraf.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s3a://key:CANARY@bucket/news",
        "s3a://key:CAN/CANARY+x@bucket/news",
        "S3A://CANARY@bucket",
        "ftp://me:CANARY@host:21/news/*.jsonl",
        "[in.jsonl, s3a://a:CANARY@b/c, s3a://d:CANARY@e/f]",
        "wasbs://container:CANARY@account/x",
        "https://account/container/x?sv=2024&sig=CANARY",
        "https://host/x?X-Amz-Credential=CANARY%2F2024&X-Amz-Signature=CANARY",
        "https://host/x?a=1&access_key=CANARY#end",
        "No file matches s3a://key:CANARY@bucket/x; give existing files",
      })
  void hidesWhatStandsInAUri(String text) {
    assertThat(Secrets.hide(text)).doesNotContain("CANARY").contains(Secrets.HIDDEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/data/news/2024-05-01",
        "hdfs://namenode:8020/news/who@where.jsonl",
        "abfss://container@account/news",
        "https://host/x?page=2&design=new",
        "{published_at=published_at|date, text=text|body}",
        "mail desk@example.org: 12 of 20 records",
        "",
      })
  void leavesEverythingElseAsItIs(String text) {
    assertThat(Secrets.hide(text)).isEqualTo(text);
  }

  @Test
  void keepsWhatTellsWhere() {
    assertThat(Secrets.hide("s3a://key:CANARY@bucket/news?token=CANARY&page=2"))
        .isEqualTo(
            "s3a://%s@bucket/news?token=%s&page=2".formatted(Secrets.HIDDEN, Secrets.HIDDEN));
    assertThat(Secrets.hide(null)).isNull();
  }

  @Test
  void knowsSecretsByTheirName() {
    assertThat(Secrets.isName("fs.s3a.secret.key")).isTrue();
    assertThat(Secrets.isName("fs.s3a.Access.Key")).isTrue();
    assertThat(Secrets.isName("aws-credentials")).isTrue();
    assertThat(Secrets.isName("near-threshold")).isFalse();
  }
}
