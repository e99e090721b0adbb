package vn.ungcuu.procedure;

import java.util.Optional;

/** The forms as they are deployed now: what an analyst deployed last is what users see and what the server checks. */
public interface FormSchemas {

    /**
     * The newest deployed version of a form.
     *
     * @throws IllegalStateException when no form of this id is deployed
     */
    default FormSchema latest(String formId) {
        return find(formId).orElseThrow(() -> new IllegalStateException("No form " + formId + " is deployed"));
    }

    /** As {@link #latest}; empty when no form of this id is deployed. */
    Optional<FormSchema> find(String formId);
}
