// What one setting is: the form of a row in the table of settings.

export interface Setting<Value> {
  /** The name of the environment variable. */
  readonly name: string
  /** What it decides, as sentences. */
  readonly about: string
  /** Its form, so that "must be …" can be written in front. */
  readonly form: string
  /** The text that stands for an absent setting; a setting without one must be given. */
  readonly fallback?: string
  /** A secret's text is never repeated in a message. */
  readonly secret?: true
  /** The value, or nothing when the text is not of the form. */
  readonly parse: (text: string) => Value | undefined
}

export const setting = <Value>(row: Setting<Value>): Setting<Value> => row

/** What the settings of a table say, once all of them are well-formed. */
export type ValuesOf<Rows extends Record<string, Setting<unknown>>> = {
  readonly [Name in keyof Rows]: Rows[Name] extends Setting<infer Value> ? Value : never
}
