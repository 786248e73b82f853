/** The command line: options, their configuration file, what the terminal shows, exit codes. */
package io.nutgraf.cli;
