package vn.ungcuu.organization;

/** A person has another password from now on; told within the transaction that changes it. */
public record PasswordChanged(String userId) {}
