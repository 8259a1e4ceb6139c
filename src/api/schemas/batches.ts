// The bodies of batches: rows that are each judged like a body of their own, by the schema of the single operation.
import Type from 'typebox'
import { refuse } from '../../domain/faults.ts'
import type { Language } from '../../domain/languages.ts'
import { type BodyReader, bodyOf } from './body.ts'
import { NewOrgInvitation, NewProjectInvitation, readNewOrgInvitation } from './invitations.ts'
import { LanguageName, readLanguage } from './languages.ts'
import { NewOrgUser, readNewOrgUser } from './org-users.ts'
import { NewProjectUser } from './project-users.ts'
import { type RoleCatalogues, readInvitee } from './roles.ts'
import { closed } from './vocabulary.ts'

/** As many as Atlas allows people in a project. */
const MOST_ROWS = 500
const ROWS = 'invitations'

/** What of a dialect the reading of a row depends on. */
interface RowDialect extends RoleCatalogues {
  readonly refusedAttributes: readonly string[]
}

interface BatchReader<Input> {
  readonly body: BodyReader<{ invitations: readonly unknown[] }>
  /** What the use case takes, of one row; throws the refusal that the single operation would be answered with. */
  readonly readRow: (row: unknown, dialect: RowDialect) => Input & { readonly language: Language | undefined }
}

const language = Type.Optional(LanguageName)

function batchOf<Row extends { language?: string }, Input extends object>(
  row: BodyReader<Row>,
  read: (row: Row, catalogues: RoleCatalogues) => Input,
): BatchReader<Input> {
  const loose = bodyOf(closed({ [ROWS]: Type.Array(Type.Unknown(), { minItems: 1 }) }), ROWS)
  const bounded = <Body extends { invitations: readonly unknown[] }>(body: Body): Body => {
    const given = body.invitations.length
    if (given > MOST_ROWS) refuse({ code: 'too_many_rows', attribute: ROWS, limit: MOST_ROWS, given })
    return body
  }
  return {
    body: {
      schema: closed({ [ROWS]: Type.Array(row.schema, { minItems: 1, maxItems: MOST_ROWS }) }),
      read: (bytes, refusedAttributes) => bounded(loose.read(bytes, refusedAttributes)),
      readValue: (value, refusedAttributes) => bounded(loose.readValue(value, refusedAttributes)),
    },
    readRow: (value, dialect) => {
      const given = row.readValue(value, dialect.refusedAttributes)
      const input = read(given, dialect)
      return { ...input, language: given.language === undefined ? undefined : readLanguage(given.language) }
    },
  }
}

export const orgInvitationBatch = batchOf(
  bodyOf(closed({ ...NewOrgInvitation.properties, language })),
  readNewOrgInvitation,
)
export const projectInvitationBatch = batchOf(
  bodyOf(closed({ ...NewProjectInvitation.properties, language })),
  readInvitee,
)
export const orgUserBatch = batchOf(bodyOf(closed({ ...NewOrgUser.properties, language })), readNewOrgUser)
export const projectUserBatch = batchOf(bodyOf(closed({ ...NewProjectUser.properties, language })), readInvitee)
