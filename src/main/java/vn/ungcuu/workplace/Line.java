package vn.ungcuu.workplace;

/** A label and what stands beside it. */
record Line(String label, String value) {}
