package io.nutgraf.table;

/**
 * Rows are not what a table promises. The message names the table, the column and what was found.
 */
public final class ContractException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ContractException(String message) {
    super(message);
  }
}
