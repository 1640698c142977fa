package dev.seguia.gather;

import java.util.List;

/// What a URL leads to that can be a source.
///
/// @param leads the most likely one first
/// @param remarks what could not be tried, or holds nothing, in plain words
public record Leads(List<Lead> leads, List<String> remarks) {
  public Leads {
    leads = List.copyOf(leads);
    remarks = List.copyOf(remarks);
  }
}
