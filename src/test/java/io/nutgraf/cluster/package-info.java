/**
 * Nights on what a user has and one JVM is not: a cluster of processes, HDFS, an object store, and
 * runs that are killed. Slow, so only {@code mvn -Pcluster verify} runs them.
 */
package io.nutgraf.cluster;
