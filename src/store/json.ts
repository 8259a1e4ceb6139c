// JSON columns: documents that are only read whole, written by this program alone.

/** The document in a JSON column; its type is what the column's only writer put there. */
export function fromJson<Document>(text: string): Document {
  return JSON.parse(text)
}
