package dev.seguia.bench;

import dev.seguia.feed.TagExpression;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// What every request for a merged feed begins with.
@State(Scope.Thread)
public class ExpressionSteps {
  @Benchmark
  public Object parse() {
    return TagExpression.parse("politique+maroc,économie~sport,all~météo");
  }
}
