package vn.ungcuu.workplace;

/**
 * Something to see at a glance: never by its colour alone.
 *
 * @param look class of the style sheets
 * @param mark one character, for where there is little room
 * @param text in words, what it means
 */
record Sign(String look, String mark, String text) {}
