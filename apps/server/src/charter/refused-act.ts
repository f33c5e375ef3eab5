import { LIMITS } from '@dayaq/protocol';
import type { SealingError } from '@dayaq/sealing/verify';
import { type Refused, refuse } from '../refused.ts';

export const SPACES_PER_ACCOUNT = LIMITS.spacesPerAccount;

/** What the server says about a charter act or generation header that the verification did not accept. */
export function refusedAct(error: SealingError): Refused {
  switch (error.code) {
    case 'unknown-act':
    case 'unsupported-version':
      return refuse('version-mismatch');
    case 'too-large':
      return refuse('too-large');
    case 'bad-chain':
      return refuse('charter-moved');
    default:
      return refuse('charter-invalid', error.code);
  }
}
