package vn.ungcuu.workplace.security;

import vn.ungcuu.support.OnPostgres;

@OnPostgres
class SessionOnPostgresTests extends SessionContract {}
