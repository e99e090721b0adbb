/** What tests share: a real PostgreSQL and a real browser. */
package vn.ungcuu.support;
