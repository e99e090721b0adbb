package vn.ungcuu.notification;

@StoreSlice
class StoreOnH2Tests extends StoreContract {}
