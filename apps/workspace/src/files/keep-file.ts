import type { SealedFile } from '@dayaq/domain';
import type { Change, Failure, Id, Outcome, Value, Vault } from '@dayaq/vault/client';
import { recordChange } from '@dayaq/acts/changes-between';
import { type Receipt, stepChange, stepsOfAdding, type Writer } from '@dayaq/acts/file/custody-steps';
import { sha256Of } from './sealed-file.ts';
import { copyName } from './working-copy.ts';

export interface SealFileRequest {
  dossier: Id;
  file: { name: string; mediaType: string; bytes: Uint8Array };
  /** The clean copy, with its type; null where there can be none. */
  copy: Blob | null;
  /** False: only the clean copy is kept. Ignored where there is no clean copy. */
  keepOriginal: boolean;
  /** What was said about it: role, description, when and how it was captured. */
  told: Record<string, Value>;
  onProgress: (done: number, total: number) => void;
}

export interface KeepFileRequest extends SealFileRequest {
  /** How it came to us. */
  receipt: Omit<Receipt, 'sha256'>;
  writer: Writer;
  /** Further changes of the same entry. */
  along?: (file: Id) => Change[];
}

/** Seals a file and its clean copy on this device; answers the fields of the record of both, which is the caller's to save. */
export async function sealFile(
  vault: Pick<Vault, 'addFile'>,
  request: SealFileRequest,
): Promise<Outcome<Record<string, Value>>> {
  const { file, dossier, copy, onProgress } = request;
  const keepsOriginal = request.keepOriginal || copy === null;
  const total = Number(keepsOriginal) + Number(copy !== null);
  let done = 0;
  onProgress(done, total);
  const seal = async (name: string, mediaType: string, bytes: Uint8Array): Promise<Outcome<SealedFile>> => {
    const sealed = await vault.addFile({ dossier, name, mediaType, bytes });
    done += 1;
    onProgress(done, total);
    return sealed;
  };

  const sealedCopy =
    copy === null
      ? null
      : await seal(copyName(copy, file.name), copy.type, new Uint8Array(await copy.arrayBuffer()));
  if (sealedCopy?.ok === false) return failed(sealedCopy.failure);
  const original = keepsOriginal ? await seal(file.name, file.mediaType, file.bytes) : sealedCopy;
  if (original === null) throw new Error('neither original nor copy was kept');
  if (!original.ok) return failed(original.failure);

  return {
    ok: true,
    value: {
      ...request.told,
      file: { ...original.value },
      workingCopy: keepsOriginal && sealedCopy !== null ? { ...sealedCopy.value } : null,
      // Of what came, also where only the clean copy of it stays.
      sha256: keepsOriginal ? original.value.sha256 : await sha256Of(file.bytes),
    },
  };
}

/** Seals a file and adds its record to the case. Nothing is added to the case unless the bytes are sealed on this device first. */
export async function keepFile(
  vault: Pick<Vault, 'addFile' | 'save' | 'newId'>,
  request: KeepFileRequest,
): Promise<Outcome<null>> {
  const sealed = await sealFile(vault, request);
  if (!sealed.ok) return sealed;
  const record = await vault.newId();
  const { sha256 } = sealed.value;
  const receipt = { ...request.receipt, sha256: typeof sha256 === 'string' ? sha256 : '' };
  const steps = stepsOfAdding(sealed.value, receipt, request.writer);
  const ids = await Promise.all(steps.map(() => vault.newId()));
  return vault.save({
    dossier: request.dossier,
    changes: [
      recordChange('file', record, sealed.value),
      ...steps.map((values, index) => stepChange(ids[index] ?? '', record, values)),
      ...(request.along?.(record) ?? []),
    ],
  });
}

function failed(failure: Failure): { ok: false; failure: Failure } {
  return { ok: false, failure };
}
