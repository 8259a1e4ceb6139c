// The ten thousand commonest passwords, loaded on first use: the server's start does not wait for them.

/** Ordered by how common they are, in lower case. */
const COMMONEST = 10_000

/** Reads the list; its caller keeps what it needs of it. */
export async function loadCommonPasswords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return new Set(dictionary['passwords-common'].slice(0, COMMONEST))
}
