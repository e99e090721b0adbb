/** Whole stories as people live them: in a real browser, with the real models, forms, rights and lists. */
package vn.ungcuu.browser;
