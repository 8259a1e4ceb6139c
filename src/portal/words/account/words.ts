// The fields in which people say who they are, and what can be wrong with what they choose.
import type { PasswordFlaw, PasswordStrength } from '../../../domain/passwords.ts'
import type { PersonNameFlaw } from '../../../domain/person-names.ts'

export interface AccountWords {
  readonly email: string
  readonly firstName: string
  readonly lastName: string
  readonly password: string
  readonly newPassword: string
  readonly currentPassword: string
  /** Below a field for a password that is being chosen. */
  readonly passwordHint: string
  readonly strength: Readonly<Record<PasswordStrength, string>>
  readonly passwordFlaws: Readonly<Record<PasswordFlaw, string>>
  readonly firstNameFlaws: Readonly<Record<PersonNameFlaw, string>>
  readonly lastNameFlaws: Readonly<Record<PersonNameFlaw, string>>
  /** What was typed as an address cannot be one. */
  readonly noAddress: string
}
