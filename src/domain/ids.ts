// The identifiers of the wire: 24 lower-case hexadecimal characters, time first, so that they sort by creation.
import type { Brand } from '../platform/brand.ts'

export type OrgId = Brand<string, 'OrgId'>
export type ProjectId = Brand<string, 'ProjectId'>
export type TeamId = Brand<string, 'TeamId'>
export type UserId = Brand<string, 'UserId'>
export type InvitationId = Brand<string, 'InvitationId'>
export type ApiKeyId = Brand<string, 'ApiKeyId'>
export type EventId = Brand<string, 'EventId'>
export type SecretId = Brand<string, 'SecretId'>
export type MailId = Brand<string, 'MailId'>
export type SessionId = Brand<string, 'SessionId'>
/** `mdb_sa_id_` and 24 hexadecimal characters: what a service account signs in with and is known by. */
export type ClientId = Brand<string, 'ClientId'>

/** Whoever roles can be given to. */
export type PrincipalId = UserId | ApiKeyId | ClientId | TeamId

/** Every identifier that is minted as 24 hexadecimal characters. */
export type ObjectId =
  | OrgId
  | ProjectId
  | TeamId
  | UserId
  | InvitationId
  | ApiKeyId
  | EventId
  | SecretId
  | MailId
  | SessionId

const OBJECT_ID = /^[0-9a-f]{24}$/
const CLIENT_ID = /^mdb_sa_id_[0-9a-f]{24}$/

/** Whether `text` has the form of the wanted identifier; says nothing of its existence. */
export const isObjectId = <Id extends ObjectId>(text: string): text is Id => OBJECT_ID.test(text)

/** The identifier after this one: under it the person whom invitation `id` invites is shown until they accept. */
export const idAfter = (id: string): string => (BigInt(`0x${id}`) + 1n).toString(16).padStart(24, '0')

/** The identifier before this one: of the invitation by which person `id` is invited. */
export const idBefore = (id: string): string => (BigInt(`0x${id}`) - 1n).toString(16).padStart(24, '0')

/** Whether `text` has the form of a service account's client id. */
export const isClientId = (text: string): text is ClientId => CLIENT_ID.test(text)
