package io.nutgraf.job;

import io.nutgraf.actor.BuiltInGazetteer;
import io.nutgraf.actor.Corrections;
import io.nutgraf.actor.Dictionary;
import io.nutgraf.actor.DictionaryFile;
import io.nutgraf.actor.DictionaryReader;
import io.nutgraf.actor.MalformedLine;
import io.nutgraf.actor.MergeFile;
import io.nutgraf.corpus.TextFile;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads the dictionaries of a run, the user's in the order given, then the built-in one; and the
 * merge file.
 */
final class DictionaryFiles {
  private final Configuration hadoop;
  private final CountingConfig.Naming naming;

  DictionaryFiles(Configuration hadoop, CountingConfig.Naming naming) {
    this.hadoop = hadoop;
    this.naming = naming;
  }

  /**
   * The corrections of the merge file, none without one.
   *
   * @throws io.nutgraf.setting.WrongSettingException listing its malformed lines, file and line
   */
  Corrections corrections(RunReport report) throws IOException {
    if (naming.mergeFile() == null) {
      return Corrections.NONE;
    }
    try (Reader text = TextFile.open(hadoop, naming.mergeFile())) {
      Corrections corrections = MergeFile.read(naming.mergeFile(), text);
      report.version("merge_file", ContentVersion.of(corrections.lines()));
      return corrections;
    }
  }

  /**
   * Malformed lines are warned of, file and line, and left out.
   *
   * @throws io.nutgraf.actor.DictionaryException listing them, when the run is strict
   */
  Dictionary load(RunReport report) throws IOException {
    DictionaryFile gazetteer = BuiltInGazetteer.read();
    DictionaryReader reader = new DictionaryReader(BuiltInGazetteer.states(gazetteer));
    List<DictionaryFile> files = new ArrayList<>();
    for (String file : naming.dictionaries()) {
      try (Reader text = TextFile.open(hadoop, file)) {
        files.add(reader.read(file, text));
      }
    }
    if (naming.isStrict()) {
      DictionaryFile.requireWellFormed(files);
    }
    for (DictionaryFile file : files) {
      for (MalformedLine line : file.malformed()) {
        report.warn(line.toString());
      }
    }
    if (naming.useGazetteer()) {
      files.add(gazetteer);
    }
    Dictionary dictionary = Dictionary.of(files);
    report.version(
        "dictionary", ContentVersion.of(dictionary.actors().values(), dictionary.phrases()));
    report.count("dictionary_actors", dictionary.actors().size());
    report.count("dictionary_phrases", dictionary.phrases().size());
    return dictionary;
  }
}
