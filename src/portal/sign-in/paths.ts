// Where people sign in, and where they get a new password.

export const SIGN_IN_PATH = '/sign-in'
export const SIGN_OUT_PATH = '/sign-out'
export const RESET_PATH = '/reset'
