// Where one sets out for the provider, and where it sends people back to.

export const DEPARTURE_PATH = '/sign-in/provider'

/** What the operator registers at the provider, below PUBLIC_URL. */
export const RETURN_PATH = '/sign-in/provider/return'
