// What can be wrong with access lists.
export type AccessListFault =
  | { code: 'address_not_listed'; address: string }
  | { code: 'access_list_required'; address: string }
  | { code: 'invalid_address'; text: string }
  | { code: 'repeated_addresses' }
  | { code: 'address_listed_already'; text: string }
  | { code: 'access_list_entry_not_found'; text: string }
  | { code: 'cannot_remove_caller'; address: string }
  | { code: 'missing_address' }
  | { code: 'contradictory_addresses' }
  | { code: 'network_entry_not_found'; text: string; projectId: string }
