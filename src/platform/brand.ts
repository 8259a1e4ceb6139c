// Nominal types for strings that were checked once, at the edge.
declare const brand: unique symbol

/** A `Base` that has passed the check which `Name` stands for. */
export type Brand<Base, Name extends string> = Base & { readonly [brand]: Name }
