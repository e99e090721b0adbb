package vn.ungcuu.organization;

/**
 * Ids of the groups the procedure knows by name.
 *
 * <p>They are part of the contract between models, code and configuration: a candidate group in a
 * diagram, a right and a demo person all use exactly these. Units are not listed here: there is one
 * group per unit, named in {@code organization.yaml}.
 */
public final class Groups {

    public static final String OFFICE = "office";
    public static final String POLICE = "police";
    public static final String CULTURE_SOCIAL = "cultureSocial";
    public static final String LEADERSHIP = "leadership";
    public static final String COORDINATORS = "coordinators";
    public static final String ANALYSTS = "analysts";

    /** The engine's own name for its administrators; it is hard-wired there. */
    public static final String ADMIN = "camunda-admin";

    private Groups() {}
}
