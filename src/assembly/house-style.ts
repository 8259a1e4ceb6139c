// The operator's settings as mails and pages take them.
import type { AppearanceConfig } from '../platform/config.ts'
import type { HouseStyle } from '../platform/house-style.ts'

export const houseStyleOf = ({ brandName, brandAccent, brandLogo, appUrl }: AppearanceConfig): HouseStyle => ({
  name: brandName,
  accent: brandAccent,
  ...(brandLogo ? { logoUrl: brandLogo } : {}),
  ...(appUrl ? { appUrl } : {}),
})
