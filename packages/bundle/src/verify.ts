import { fromBase64url, isBundleSignedBy, keyFingerprint } from '@dayaq/sealing/verify';
import { type ArchiveFault, opened, type Packed } from './archive.ts';
import {
  CUSTODY,
  LARGEST_MANIFEST,
  MANIFEST,
  README,
  readManifest,
  readSheets,
  type Sheet,
  SIGNATURE,
} from './manifest.ts';
import { hexSha256 } from './sha256.ts';

/** Bytes: what is checked lies in memory whole. */
export const LARGEST_BUNDLE = 1024 * 1024 * 1024;

/** Something that is not as it was signed, and the name of what it is about. */
export interface Problem {
  what:
    | ArchiveFault['fault']
    | 'no-manifest'
    | 'no-signature'
    /** The manifest, the key in it or the signature was changed. */
    | 'signature'
    /** The file is not the one that was signed. */
    | 'changed'
    | 'missing'
    /** Nobody signed it. */
    | 'added'
    /** `custody.json` does not tell of the copies that lie beside it, each once, or tells of others. */
    | 'sheet'
    /** The steps of a sheet tell of other bytes than those that lie in the bundle: others were put in their place. */
    | 'story';
  at: string;
}

export interface Verdict {
  /** Empty: every byte is the one that was signed. */
  problems: Problem[];
  /** Of the key that the bundle carries; Team shows it beside the member's name. Null where it cannot be read. */
  fingerprint: string | null;
  made: string | null;
  files: { name: string; size: number; sha256: string }[];
  /** Steps on the sheets that another one signed than whom they name. */
  byAnother: number;
}

/** Checks a bundle by itself, without a server and without a key of ours. Never throws, whatever the bytes are. */
export async function verifyBundle(archive: Uint8Array<ArrayBuffer>): Promise<Verdict> {
  const { files, fault } = opened(archive);
  const problems: Problem[] = fault === null ? [] : [{ what: fault.fault, at: fault.at }];
  const byName = new Map(files.map((file) => [file.name, file]));
  const manifestFile = byName.get(MANIFEST);
  const manifest =
    manifestFile === undefined || manifestFile.bytes.length > LARGEST_MANIFEST
      ? null
      : readManifest(manifestFile.bytes);
  if (manifestFile === undefined || manifest === null) {
    problems.push({ what: manifestFile === undefined ? 'no-manifest' : 'signature', at: MANIFEST });
    return { problems, fingerprint: null, made: null, files: [], byAnother: 0 };
  }
  const key = fromBase64url(manifest.key);
  const signature = byName.get(SIGNATURE);
  if (signature === undefined) problems.push({ what: 'no-signature', at: SIGNATURE });
  else if (!key.ok || !(await isBundleSignedBy(key.value, manifestFile.bytes, signature.bytes)))
    problems.push({ what: 'signature', at: `${MANIFEST}, ${SIGNATURE}` });
  const custody = byName.get(CUSTODY);
  const sheets = custody === undefined ? null : readSheets(custody.bytes);
  problems.push(...(await againstManifest(manifest.files, byName)), ...sheetProblems(sheets, manifest.files));
  return {
    problems,
    fingerprint: key.ok ? await keyFingerprint(key.value) : null,
    made: manifest.made,
    files: manifest.files,
    byAnother: (sheets ?? [])
      .flatMap(({ steps = [] }) => steps)
      .filter(({ signedByAnother }) => signedByAnother === true).length,
  };
}

async function againstManifest(
  listed: Verdict['files'],
  byName: ReadonlyMap<string, Packed>,
): Promise<Problem[]> {
  const problems: Problem[] = [];
  const signed = new Set([MANIFEST, SIGNATURE]);
  for (const { name, size, sha256 } of listed) {
    signed.add(name);
    const file = byName.get(name);
    if (file === undefined) problems.push({ what: 'missing', at: name });
    else if (file.bytes.length !== size || (await hexSha256(file.bytes)) !== sha256)
      problems.push({ what: 'changed', at: name });
  }
  for (const name of byName.keys()) if (!signed.has(name)) problems.push({ what: 'added', at: name });
  return problems;
}

/** Whoever signs could still lay other copies beside the sheets than they tell of: that is said, too. */
function sheetProblems(sheets: readonly Sheet[] | null, listed: Verdict['files']): Problem[] {
  if (sheets === null) return [{ what: 'sheet', at: CUSTODY }];
  const told = new Set([README, CUSTODY]);
  const problems: Problem[] = [];
  const signed = new Map(listed.map((file) => [file.name, file]));
  for (const { copies, inside } of sheets)
    for (const { name, copy, sha256 } of inside) {
      const file = signed.get(name);
      const own = copies.filter((one) => one.copy === copy);
      const isToldOnce = !told.has(name) && own.length === 1;
      const isSame = own.every((one) => one.sha256 === sha256 && one.size === file?.size);
      if (!isToldOnce || !isSame || file?.sha256 !== sha256) problems.push({ what: 'sheet', at: name });
      told.add(name);
    }
  for (const { name } of listed) if (!told.has(name)) problems.push({ what: 'sheet', at: name });
  sheets.forEach((sheet, at) => {
    if (!isOneStory(sheet)) problems.push({ what: 'story', at: String(at + 1) });
  });
  return problems;
}

/** Whether the steps of a file's coming and making, where it has any, tell of the very bytes that lie in the bundle. */
function isOneStory({ inside, steps = [] }: Sheet): boolean {
  const told = steps.filter(({ step, sha256 }) => step !== GIVEN && sha256 !== undefined);
  const named = new Set(told.map(({ sha256 }) => sha256));
  return told.length === 0 || inside.every(({ sha256 }) => named.has(sha256));
}

/** Code of the list `custody-steps`: noted of whatever copy was given. */
const GIVEN = 'handed-over';
