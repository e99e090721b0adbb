/** What tests share: a real PostgreSQL, a real browser and somebody who talks HTTP. */
package vn.ungcuu.support;
