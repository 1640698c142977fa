package dev.seguia.quality;

import java.io.IOException;
import java.util.List;

/// Runs a part of Seguia on labelled data and measures what came of it.
interface Judge {
  /// The figures; none where the data is absent.
  List<Figure> judge(Judged data) throws IOException;
}
