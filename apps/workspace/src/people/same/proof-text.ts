import type { DisputeView } from '@dayaq/vault/client';
import type { Whose } from './compare-code.ts';

/** Of an entry, what was signed is what somebody wrote in a case, in the open: whoever is given it can read it. */
export const holdsWords = ({ what }: DisputeView): boolean => what === 'entry';

/**
 * A proof as one text for those who look into it: what its author claims, what this device had, and what was signed, in
 * base64url. Its labels are the same in every language.
 * @param signed `left-out`: without what was signed, so that no word of a case leaves it
 */
export function proofText(
  dispute: DisputeView,
  { space, account }: Whose,
  signed: 'whole' | 'left-out',
): string {
  const lines: Record<string, string> = {
    'Dayaq proof': '1',
    program: import.meta.env.VITE_VERSION,
    space,
    'noticed by': account,
    'noticed at': new Date(dispute.noticed).toISOString(),
    what: dispute.what,
    id: dispute.id,
    'signed by': dispute.author || '-',
    claim: dispute.claim || '-',
    own: dispute.own,
    proof: signed === 'whole' ? dispute.proof || '-' : 'left out, kept on the device',
  };
  return Object.entries(lines)
    .map(([label, value]) => `${label}: ${value}`)
    .join('\n');
}
