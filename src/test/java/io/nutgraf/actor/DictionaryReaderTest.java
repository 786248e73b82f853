package io.nutgraf.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DictionaryReaderTest {

  private static DictionaryFile read(String text) throws IOException {
    return new DictionaryReader(Set.of("ARM", "USA")).read("my.txt", new StringReader(text));
  }

  private static DictionaryActor actor(DictionaryFile file, String id) {
    return Dictionary.of(List.of(file)).actor(id);
  }

  private static List<String> phrases(DictionaryFile file) {
    return file.entries().stream()
        .flatMap(entry -> entry.phrases().stream())
        .map(phrase -> phrase.kind().method() + " " + phrase.text() + " " + phrase.caseRule())
        .toList();
  }

  @Test
  void readsCsvWithOneRowARole() throws IOException {
    DictionaryFile file =
        read(
            """
            actor_id,name,type,aliases,case_sensitive_aliases,role,from,to
            p,Bo Abel,person,B. Abel,BA,Mayor,2004,2006-02
            p,Bo Abel,person,,,King,2007-01-05,
            """);
    assertThat(actor(file, "p").roles())
        .containsExactly(
            new Role("Mayor", null, LocalDate.of(2004, 1, 1), LocalDate.of(2006, 2, 28)),
            new Role("King", null, LocalDate.of(2007, 1, 5), null));
    assertThat(phrases(file))
        .containsExactly("alias BA EXACT", "full Bo Abel CAPITALISED", "alias B. Abel CAPITALISED");
  }

  @Test
  void namesTheMalformedLine() throws IOException {
    DictionaryFile file =
        read(
            "actor_id,name,type,from\na,A,person,\n,B,person,\nc,C,robot,\nd,D,state,2004-13\ne,E\n");
    assertThat(file.entries()).hasSize(1);
    assertThat(file.malformed()).extracting(MalformedLine::line).containsExactly(3L, 4L, 5L, 6L);
    assertThatThrownBy(() -> DictionaryFile.requireWellFormed(List.of(file)))
        .hasMessageContaining("4 malformed")
        .hasMessageContaining("my.txt:4: found 'c,C,robot,', expected an actor_id, a name and a");
  }

  @Test
  void refusesUnknownColumns() {
    assertThatThrownBy(() -> read("actor_id,name,alias\n"))
        .isInstanceOf(DictionaryException.class)
        .hasMessageContaining("unknown column 'alias', did you mean 'aliases'?")
        .hasMessageContaining("column 'type' is absent");
  }

  @Test
  void readsCameoActors() throws IOException {
    DictionaryFile file =
        read(
            """
            # comment
            ARMENIA_ [ARM]
            +YEREVAN_   # its capital
            BO_ABEL_ ; a person
            +PRESIDENT_ABEL
            \t[ARMELI < 040101]
            \t[ARMGOV 20040102 - 20060101] [ARMOPP]
            ABEL_FRONT [ARMREB]
            BROKEN [ARMGOV 20121204]
            """);
    assertThat(file.format()).isEqualTo(DictionaryFormat.CAMEO_ACTORS);
    assertThat(file.entries())
        .extracting(entry -> entry.actor().id() + " " + entry.actor().type())
        .containsExactly(
            "state:ARM state",
            "cameo:BO_ABEL person",
            "cameo:ABEL_FRONT organisation",
            "cameo:BROKEN organisation");
    DictionaryActor abel = actor(file, "cameo:BO_ABEL");
    assertThat(abel.name()).isEqualTo("Bo Abel");
    assertThat(abel.codeOn(LocalDate.of(2004, 1, 1))).isEqualTo("ARMELI");
    assertThat(abel.codeOn(LocalDate.of(2006, 1, 1))).isEqualTo("ARMGOV");
    assertThat(abel.codeOn(LocalDate.of(2006, 1, 2))).isEqualTo("ARMOPP");
    assertThat(abel.codeOn(null)).isEqualTo("ARMOPP");
    assertThat(file.malformed()).extracting(MalformedLine::line).containsExactly(9L);
  }

  @Test
  void readsCameoAgents() throws IOException {
    DictionaryFile file =
        read(
            "!P! = MAN, WOMAN\nPOLICE!P! {} [~COP]\nPARTY [~PTY]\nGOOSE {GEESE} [NGO~]\nBAD [X]\n");
    assertThat(file.format()).isEqualTo(DictionaryFormat.CAMEO_AGENTS);
    assertThat(phrases(file))
        .containsExactly(
            "agent policeman ANY",
            "agent policewoman ANY",
            "agent party ANY",
            "agent parties ANY",
            "agent goose ANY",
            "agent geese ANY");
    assertThat(file.malformed()).extracting(MalformedLine::line).containsExactly(5L);
  }

  @Test
  void readsJrcNames() throws IOException {
    DictionaryFile file =
        read("0\tP\tu\tNo+One\n7\tP\ten\tB+Abel\n7\tP\tu\tBo+Abel\n8\tO\tu\tAcme\n");
    assertThat(file.format()).isEqualTo(DictionaryFormat.JRC_NAMES);
    assertThat(file.entries())
        .extracting(entry -> entry.actor().id() + " " + entry.actor().name())
        .containsExactly("jrc:7 Bo Abel", "jrc:8 Acme");
  }

  @Test
  void readsIcewsActors() throws IOException {
    DictionaryFile file =
        read(
            """
            Actor Name\tActor Type\tAffiliation To\tStart\tEnd\tAliases
            Bo Abel\tIndividual\tMinistry\tbeginning of time\t2004-06-30\tB. Abel || Abel Bo
            """);
    assertThat(file.format()).isEqualTo(DictionaryFormat.ICEWS);
    assertThat(actor(file, "icews:bo-abel").roles())
        .containsExactly(new Role("Ministry", null, null, LocalDate.of(2004, 6, 30)));
    assertThat(file.entries().get(0).phrases()).hasSize(3);
  }

  @Test
  void givesPrecedenceToTheEarlierDictionary() throws Exception {
    DictionaryFile mine =
        read("actor_id,name,type\nmy:bo,Bo Abel,person\nx,Al,person\ny,Al,person\n");
    DictionaryFile builtIn = read("actor_id,name,type,aliases\nbo,Bo Abel,person,Abel Bo\n");
    DictionaryBuilder builder = new DictionaryBuilder().add(mine).add(builtIn);

    Dictionary dictionary = copy(builder.build());

    assertThat(dictionary.phrases())
        .extracting(owned -> owned.phrase().text() + " " + owned.actorIds())
        .containsExactly("Bo Abel [my:bo]", "Al [x, y]", "Abel Bo [bo]");
    assertThat(builder.loads().get(0).ambiguousPhrases()).isEqualTo(1);
    assertThat(builder.loads().get(1).shadowedPhrases()).isEqualTo(1);
    assertThat(builder.loads().get(1).phrases()).isEqualTo(2);
  }

  @Test
  void readsTheBuiltInGazetteerWithoutAFault() {
    DictionaryFile builtIn = BuiltInGazetteer.read();
    assertThat(builtIn.malformed()).isEmpty();
    assertThat(BuiltInGazetteer.states(builtIn)).contains("ARM", "AZE", "USA");
  }

  private static Dictionary copy(Dictionary dictionary) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(dictionary);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (Dictionary) in.readObject();
    }
  }
}
