package io.nutgraf.corpus;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * The splits of each task, packed: a task unpacks its own only, and any serializer that the session
 * uses for broadcasts can carry bytes.
 */
final class TaskList {
  private TaskList() {}

  static byte[][] pack(List<List<Split>> tasks) throws IOException {
    byte[][] packed = new byte[tasks.size()][];
    for (int i = 0; i < packed.length; i++) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(tasks.get(i).toArray(Split[]::new));
      }
      packed[i] = bytes.toByteArray();
    }
    return packed;
  }

  static List<Split> unpack(byte[] packed) throws IOException {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(packed))) {
      return new ArrayList<>(List.of((Split[]) in.readObject()));
    } catch (ClassNotFoundException e) {
      throw new IOException("The executor lacks the job's classes; submit the same jar to all", e);
    }
  }
}
