// Cookies for this server alone. On https their name makes browsers insist on Secure, on the path and on no domain.

export interface HostCookie {
  /** The Set-Cookie header that keeps the value for so long. */
  set(publicUrl: string, value: string, seconds: number): string
  /** The Set-Cookie header that makes the browser forget. */
  clear(publicUrl: string): string
  /**
   * The value in a Cookie header. A name that comes twice counts as none: browsers send a second one only when somebody
   * has planted it for another path or domain, and the header does not say which of them that is.
   */
  read(publicUrl: string, header: string | undefined): string | undefined
}

const isSecure = (publicUrl: string): boolean => publicUrl.startsWith('https:')

/** The cookie of this name. */
export function hostCookie(name: string): HostCookie {
  // Safari takes no Secure cookie on http://localhost, and without Secure none may be called `__Host-`.
  const nameFor = (publicUrl: string): string => (isSecure(publicUrl) ? `__Host-${name}` : name)
  const set = (publicUrl: string, value: string, seconds: number): string => {
    const attributes = ['Path=/', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Lax']
    if (isSecure(publicUrl)) attributes.push('Secure')
    return [`${nameFor(publicUrl)}=${value}`, ...attributes].join('; ')
  }
  return {
    set,
    clear: (publicUrl) => set(publicUrl, '', 0),
    read: (publicUrl, header) => {
      const start = `${nameFor(publicUrl)}=`
      const values = (header ?? '').split(';').flatMap((pair) => {
        const text = pair.trim()
        return text.startsWith(start) ? [text.slice(start.length)] : []
      })
      return values.length === 1 ? values[0] : undefined
    },
  }
}
