/** Login and logout, and what may be asked of the engine over HTTP. */
package vn.ungcuu.workplace.security;
