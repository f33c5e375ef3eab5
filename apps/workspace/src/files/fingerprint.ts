/** The beginning and the end of a long fingerprint, as people compare them; the whole stands where it is checked. */
export function compactFingerprint(hex: string): string {
  return hex.length <= 20 ? hex : `${hex.slice(0, 8)}…${hex.slice(-8)}`;
}
