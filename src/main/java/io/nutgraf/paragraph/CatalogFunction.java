package io.nutgraf.paragraph;

import org.apache.spark.sql.connector.catalog.functions.BoundFunction;
import org.apache.spark.sql.connector.catalog.functions.ScalarFunction;
import org.apache.spark.sql.connector.catalog.functions.UnboundFunction;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/**
 * A function of {@link ParagraphFunctions} with one signature. Each has a public static {@code
 * invoke}, which generated code calls.
 */
abstract class CatalogFunction<T> implements UnboundFunction, ScalarFunction<T> {
  private final String name;
  private final String description;
  private final DataType resultType;
  private final DataType[] inputTypes;

  CatalogFunction(String name, String description, DataType resultType, DataType... inputTypes) {
    this.name = name;
    this.description = description;
    this.resultType = resultType;
    this.inputTypes = inputTypes;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final String canonicalName() {
    return ParagraphFunctions.CATALOG + "." + name;
  }

  @Override
  public final String description() {
    return name + description;
  }

  @Override
  public final BoundFunction bind(StructType inputType) {
    return this;
  }

  @Override
  public final DataType[] inputTypes() {
    return inputTypes.clone();
  }

  @Override
  public final DataType resultType() {
    return resultType;
  }
}
