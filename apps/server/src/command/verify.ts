import { readFile, stat } from 'node:fs/promises';
import { LARGEST_BUNDLE, type Problem as Found, type Verdict, verifyBundle } from '@dayaq/bundle/verify';
import { Problem } from '../problem.ts';

const WORDS: Record<Found['what'], (at: string) => string> = {
  'not-zip': () => 'This is not a bundle: it does not begin as a ZIP archive does.',
  'packed-otherwise': (at) =>
    `${after(at)} the archive is packed in another way than Dayaq packs. Check the file as it was handed over, not one that was packed anew.`,
  'unsafe-name': (at) =>
    `A name in it is none that a bundle has, and may be a trick: ${at}. Do not unpack it.`,
  twice: (at) => `${at} is in it twice.`,
  'too-many': () => 'There are more files in it than a bundle has.',
  cut: (at) => `${after(at)} the archive ends too early: it was cut off, or a size in it was changed.`,
  heading: (at) => `The heading of ${at} was changed.`,
  contents: (at) =>
    `The table of contents at the end was changed${at === '' ? '' : `, where it lists ${at}`}.`,
  'no-manifest': (at) => `${at} is missing: nothing says what was signed.`,
  'no-signature': (at) => `${at} is missing: nobody signed it.`,
  signature: (at) => `The signature does not fit: ${at} was changed.`,
  changed: (at) => `${at} was changed: it is not the file that was signed.`,
  missing: (at) => `${at} is missing.`,
  added: (at) => `${at} was put in: nobody signed it.`,
  sheet: (at) => `custody.json does not say the same as the bundle about ${at}.`,
  story: (at) =>
    `The sheet of file ${at} tells how other bytes came than those that lie in the bundle: they were put in their place.`,
};
const after = (at: string): string => (at === '' ? 'At its beginning' : `Behind ${at}`);

/**
 * Checks a custody bundle by itself: no server, no network, no key. Says what it holds and whose key signed it, or throws a
 * `Problem` that names each thing that is not as it was signed.
 */
export async function verify(path: string, say: (line: string) => void): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (found === null) throw new Problem(`There is no file ${path}.`);
  if (!found.isFile()) throw new Problem(`${path} is not a file. Name the bundle itself.`);
  const { size } = found;
  if (size > LARGEST_BUNDLE) throw new Problem(`${path} is larger than a bundle may be (1 GiB).`);
  const verdict = await verifyBundle(new Uint8Array(await readFile(path)));
  if (verdict.problems.length > 0)
    throw new Problem(
      ['NOT as it was signed:', ...verdict.problems.map(({ what, at }) => `  ${WORDS[what](at)}`)].join('\n'),
    );
  say(wholeWords(verdict));
}

const wholeWords = ({ files, made, fingerprint, byAnother }: Verdict): string =>
  [
    'Every byte is as it was signed.',
    ...files.map(({ name, size, sha256 }) => `  ${sha256}  ${name} (${size} bytes)`),
    ...(byAnother === 0
      ? []
      : [
          `${byAnother} of the steps in custody.json were signed by another one than they name (signedByAnother): ask both.`,
        ]),
    `Made ${made ?? ''}, by the clock of whoever made it.`,
    `Fingerprint of the key that signed it: ${fingerprint ?? ''}`,
    'Whose key that is, the organisation says: it stands under Team beside the name. Ask for it by another way than the bundle came.',
  ].join('\n');
