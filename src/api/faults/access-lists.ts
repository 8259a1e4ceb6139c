// What can be wrong with access lists, in the words of the wire.
import type { AccessListFault } from '../../domain/faults/access-lists.ts'
import { echo, error, type Wording } from './wording.ts'

export const accessListFaults: Wording<AccessListFault> = {
  address_not_listed: ({ address }) =>
    error(
      403,
      'IP_ADDRESS_NOT_ON_ACCESS_LIST',
      `IP address ${address} is not allowed to access this resource.`,
      address,
    ),
  access_list_required: ({ address }) =>
    error(
      403,
      'ORG_REQUIRES_ACCESS_LIST',
      'This organization requires access through an access list of ip ranges.',
      address,
    ),
  invalid_address: ({ text }) =>
    error(
      400,
      'INVALID_IP_ADDRESS_OR_CIDR_NOTATION',
      `The address ${echo(text)} must be an IP address, or a network in CIDR notation without bits behind its prefix.`,
      echo(text),
    ),
  repeated_addresses: () =>
    error(400, 'DUPLICATE_ADDRESSES_IN_INPUT', 'The same address was specified more than once.'),
  address_listed_already: ({ text }) =>
    error(409, 'ADDRESS_ALREADY_IN_ACCESS_LIST', `The address ${text} is in the access list already.`, text),
  access_list_entry_not_found: ({ text }) =>
    error(404, 'API_KEY_ACCESS_LIST_NOT_FOUND', `The address ${echo(text)} is not in the access list.`, echo(text)),
  cannot_remove_caller: ({ address }) =>
    error(
      400,
      'CANNOT_REMOVE_CALLER_FROM_ACCESS_LIST',
      `Cannot remove the entry that lets in the caller's own address ${address}.`,
      address,
    ),
  missing_address: () =>
    error(400, 'MISSING_ATTRIBUTES', 'One of the attributes ipAddress or cidrBlock must be specified.'),
  contradictory_addresses: () =>
    error(400, 'BAD_ACCESS_LIST_ADD_REQUEST', 'An entry must name one address or block, in one way or consistently.'),
  network_entry_not_found: ({ text, projectId }) =>
    error(
      404,
      'ATLAS_NETWORK_PERMISSION_ENTRY_NOT_FOUND',
      `IP address ${echo(text)} not on Atlas access list for group ${projectId}.`,
      echo(text),
      projectId,
    ),
}
