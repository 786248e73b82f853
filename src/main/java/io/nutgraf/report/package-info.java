/** What people look at: network files, the paragraphs behind a pair. */
package io.nutgraf.report;
