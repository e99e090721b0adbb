package vn.ungcuu.workplace;

import java.io.Serializable;

/** A label and what stands beside it; kept in the session from one page to the next. */
record Line(String label, String value) implements Serializable {}
