/** The whole application at work, nothing replaced: people answer forms, messages arrive, time passes. */
package vn.ungcuu.whole;
