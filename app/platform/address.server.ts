import { environment } from './environment.server.ts'

/** A page's one full address, for search engines and whoever shares it. */
export function fullAddress(path: string): string {
  return environment().baseUrl.replace(/\/$/, '') + path
}
