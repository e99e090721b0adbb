package vn.ungcuu.procedure;

/** The forms as they are deployed now: what an analyst deployed last is what users see and what the server checks. */
public interface FormSchemas {

    /**
     * The newest deployed version of a form.
     *
     * @throws IllegalStateException when no form of this id is deployed
     */
    FormSchema latest(String formId);
}
