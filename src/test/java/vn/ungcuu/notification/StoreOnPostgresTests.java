package vn.ungcuu.notification;

import vn.ungcuu.support.OnPostgres;

@StoreSlice
@OnPostgres
class StoreOnPostgresTests extends StoreContract {}
