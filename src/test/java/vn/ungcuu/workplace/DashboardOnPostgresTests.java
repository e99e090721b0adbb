package vn.ungcuu.workplace;

import vn.ungcuu.support.OnPostgres;

@OnPostgres
class DashboardOnPostgresTests extends DashboardContract {}
