import type { SealedFile } from '@dayaq/domain';
import type { Outcome } from './failure.ts';
import type { Id } from './values.ts';

/** Files of dossiers, sealed. */
export interface Files {
  /** Seals and keeps the bytes here; sending follows. Returns the value for a `blob` field. */
  addFile(
    request: {
      dossier: Id;
      name: string;
      mediaType: string;
      bytes: Uint8Array;
    },
    at?: Id,
  ): Promise<Outcome<SealedFile>>;
  openFile(request: { dossier: Id; file: SealedFile }): Promise<Outcome<Uint8Array>>;
  /** Puts back the parts of a waiting file that are missing here, from the same file. Failures: `file-differs`, `not-found`. */
  mendFile(request: { blob: Id; bytes: Uint8Array }): Promise<Outcome<null>>;
  /**
   * Destroys a file that was sealed here for a record that was never saved. Failures: `not-found` where it does not wait
   * here, `not-allowed` where a record names it.
   */
  dropFile(request: { dossier: Id; blob: Id }): Promise<Outcome<null>>;
}
