/**
 * Which sorts of papers prove that somebody can do what an exam module is about: a default that coordinators change. One
 * of a module's sorts is enough. The codes and titles are official; that they go together is our proposal.
 */
export const moduleQualifications: Record<string, readonly string[]> = {
  'ISO9606-1': ['K/PIE/02', 'K/PIE/08'],
  'NEN3140-VOP': ['P/PIE/04', 'K/PIE/06', 'K/PIE/07', 'K/PIE/13', 'K/PIE/14'],
  'NEN3140-VP': ['P/PIE/04', 'K/PIE/06', 'K/PIE/07', 'K/PIE/13', 'K/PIE/14'],
  FGAS: ['K/PIE/03', 'K/PIE/16'],
  'NEN9140-VOP': ['K/MET/13'],
  'NEN9140-VP': ['K/MET/13'],
  HEFTRUCK: ['K/MET/12', 'K/MT/08'],
  'VCA-B': ['P/BWI/02'],
  'VCA-VOL': ['P/BWI/02'],
}
