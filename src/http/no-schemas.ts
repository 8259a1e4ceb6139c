// Fastify without what it compiles schemas with: bodies are judged by the rows, and answers written by presenters.

function notHere(): never {
  throw new Error('Routes of the shell have no schemas: bodies are read by src/api/schemas/body.ts.')
}

/** Spares every start the loading of two compilers that nothing asks for. */
export const NO_SCHEMAS = { compilersFactory: { buildValidator: notHere, buildSerializer: notHere } }
