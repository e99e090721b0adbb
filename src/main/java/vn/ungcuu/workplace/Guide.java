package vn.ungcuu.workplace;

/**
 * A guide for people, as a page.
 *
 * @param name of the file without its ending, and of the page
 * @param title its first heading, as plain text
 * @param html the whole text, heading included; made from our own file, so to be shown unescaped
 */
record Guide(String name, String title, String html) {}
