import { encodeCanonical } from './encoding.ts';
import { HASH_BYTES, ID_BYTES, idBytes } from './ids.ts';
import { type LetterContent, readAccounts } from './letter-content.ts';
import { ENC_KEY_SIZE } from './member-keys.ts';
import type { Result } from './result.ts';
import { Fields, readShape } from './shape.ts';
import { MAX_SHEET, readSaid, type SheetContent } from './sheet-content.ts';
import { SIGN_KEY_BYTES } from './signature-check.ts';

/**
 * What somebody sends in answer to an open call: answered as a survey is, and, as of a letter, its sender comes back with a receipt.
 * It goes sealed as letters do; outside of its seal nothing tells it from one.
 */
export interface ApplicationContent
  extends Pick<LetterContent, 'language' | 'readers' | 'barred' | 'thread' | 'address' | 'verifier' | 'box'>,
    Pick<SheetContent, 'answers'> {
  /** SHA-256 of the call as it was published. */
  readonly call: Uint8Array;
}

const NAMES = [
  'kind',
  'call',
  'language',
  'readers',
  'barred',
  'answers',
  'thread',
  'address',
  'verifier',
  'box',
];

export const writeApplication = (application: ApplicationContent): Uint8Array =>
  encodeCanonical({
    kind: 'application',
    ...application,
    readers: application.readers.map(idBytes),
    barred: application.barred.map(idBytes),
  });

/** Errors: `too-large`, `malformed`; a letter or a sheet is none. */
export function readApplication(bytes: Uint8Array): Result<ApplicationContent> {
  return readShape(bytes, MAX_SHEET, (value) => {
    const f = new Fields(value, 'application', NAMES);
    f.oneOf('kind', ['application']);
    return {
      call: f.bytes('call', HASH_BYTES),
      language: f.text('language', 2, 8),
      readers: readAccounts(f, 'readers', 1),
      barred: readAccounts(f, 'barred', 0),
      answers: readSaid(f.raw('answers')),
      thread: f.bytes('thread', ID_BYTES),
      address: f.bytes('address', ID_BYTES),
      verifier: f.bytes('verifier', SIGN_KEY_BYTES),
      box: f.bytes('box', ENC_KEY_SIZE),
    };
  });
}
