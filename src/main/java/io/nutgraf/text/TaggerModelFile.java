package io.nutgraf.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Reads and writes {@link TaggerParameters}, deflated. Hashes ascend and are stored as differences
 * in variable-length integers; their values byte plane by byte plane, since like stands near like.
 */
public final class TaggerModelFile {
  /** Stands first in a file; its last digit is the version. */
  private static final int MAGIC = 0x4e544702;

  private static final int ENTRY_BYTES = 3;
  private static final int KIND_BYTES = 1;
  private static final int GROUP_BYTES = 2;

  private TaggerModelFile() {}

  /** Writes the parameters and leaves the stream open. */
  public static void write(TaggerParameters parameters, OutputStream stream) throws IOException {
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    DeflaterOutputStream deflated = new DeflaterOutputStream(stream, deflater, 1 << 16);
    DataOutputStream out = new DataOutputStream(new BufferedOutputStream(deflated, 1 << 16));
    out.writeInt(MAGIC);
    writeInts(parameters.clusterPaths(), out);
    writeHashes(parameters.words(), out);
    writePlanes(parameters.wordEntries(), ENTRY_BYTES, out);
    writeHashes(parameters.names(), out);
    writePlanes(parameters.nameKinds(), KIND_BYTES, out);
    writeHashes(parameters.spellings(), out);
    writePlanes(parameters.spellingGroups(), GROUP_BYTES, out);
    writeInts(parameters.transitions(), out);
    writeHashes(parameters.features(), out);
    byte[] weights = parameters.weights();
    for (int tag = 0; tag < TaggerTags.SIZE; tag++) {
      for (int at = tag; at < weights.length; at += TaggerTags.SIZE) {
        out.writeByte(weights[at]);
      }
    }
    out.flush();
    deflated.finish();
    deflater.end();
  }

  /** Reads what {@link #write} wrote; fails on any other file and on one of another version. */
  public static TaggerParameters read(InputStream stream) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new InflaterInputStream(stream), 1 << 16));
    int magic = in.readInt();
    if (magic != MAGIC) {
      throw new IOException(
          "Not a tagger model of this version: it starts with %08x instead of %08x"
              .formatted(magic, MAGIC));
    }
    int[] clusterPaths = readInts(in);
    int[] words = readHashes(in);
    int[] wordEntries = readPlanes(words.length, ENTRY_BYTES, in);
    int[] names = readHashes(in);
    int[] nameKinds = readPlanes(names.length, KIND_BYTES, in);
    int[] spellings = readHashes(in);
    int[] spellingGroups = readPlanes(spellings.length, GROUP_BYTES, in);
    int[] transitions = readInts(in);
    int[] features = readHashes(in);
    return new TaggerParameters(
        clusterPaths,
        words,
        wordEntries,
        names,
        nameKinds,
        spellings,
        spellingGroups,
        transitions,
        features,
        readWeights(features.length, in));
  }

  private static byte[] readWeights(int features, DataInputStream in) throws IOException {
    byte[] weights = new byte[features * TaggerTags.SIZE];
    byte[] plane = new byte[features];
    for (int tag = 0; tag < TaggerTags.SIZE; tag++) {
      in.readFully(plane);
      for (int i = 0; i < features; i++) {
        weights[i * TaggerTags.SIZE + tag] = plane[i];
      }
    }
    return weights;
  }

  private static void writePlanes(int[] values, int bytes, DataOutputStream out)
      throws IOException {
    for (int plane = 0; plane < bytes; plane++) {
      for (int value : values) {
        out.writeByte(value >>> (8 * plane));
      }
    }
  }

  private static int[] readPlanes(int length, int bytes, DataInputStream in) throws IOException {
    int[] values = new int[length];
    byte[] plane = new byte[length];
    for (int p = 0; p < bytes; p++) {
      in.readFully(plane);
      for (int i = 0; i < length; i++) {
        values[i] |= (plane[i] & 0xff) << (8 * p);
      }
    }
    return values;
  }

  private static void writeInts(int[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    for (int value : values) {
      out.writeInt(value);
    }
  }

  private static int[] readInts(DataInputStream in) throws IOException {
    int[] values = new int[in.readInt()];
    for (int i = 0; i < values.length; i++) {
      values[i] = in.readInt();
    }
    return values;
  }

  private static void writeHashes(int[] hashes, DataOutputStream out) throws IOException {
    out.writeInt(hashes.length);
    long last = Integer.MIN_VALUE;
    for (int hash : hashes) {
      long rest = hash - last;
      for (; rest > 0x7f; rest >>>= 7) {
        out.writeByte((int) (rest & 0x7f) | 0x80);
      }
      out.writeByte((int) rest);
      last = hash;
    }
  }

  private static int[] readHashes(DataInputStream in) throws IOException {
    int[] hashes = new int[in.readInt()];
    long last = Integer.MIN_VALUE;
    for (int i = 0; i < hashes.length; i++) {
      int part = in.readUnsignedByte();
      long rest = part & 0x7f;
      for (int shift = 7; part >= 0x80; shift += 7) {
        part = in.readUnsignedByte();
        rest |= (long) (part & 0x7f) << shift;
      }
      last += rest;
      hashes[i] = (int) last;
    }
    return hashes;
  }
}
