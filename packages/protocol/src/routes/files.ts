import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { bytesUpTo, count, small, listOf, id16, id32, empty } from './parts.ts';

/** Sealed files, in chunks. */
export const FILES = {
  /**
   * Announces a blob of `chunks` sealed chunks; answers which are already there, so an upload resumes. Its dossier's
   * first generation must be stored before (`generation-unknown` otherwise), so that it is known who may read it.
   */
  'blobs/begin': {
    session: true,
    request: v.strictObject({
      space: id32,
      dossier: id16,
      blob: id16,
      chunks: v.pipe(count, v.minValue(1), v.maxValue(LIMITS.blobChunks)),
    }),
    /** Bitmap, one byte a chunk: 1 where the chunk is stored. */
    reply: v.strictObject({ stored: bytesUpTo(LIMITS.blobChunks), complete: v.boolean() }),
  },
  'blobs/put': {
    session: true,
    request: v.strictObject({
      space: id32,
      blob: id16,
      index: small,
      sealed: bytesUpTo(LIMITS.blobChunk, 17),
    }),
    reply: v.strictObject({ complete: v.boolean() }),
  },
  'blobs/get': {
    session: true,
    request: v.strictObject({ space: id32, blob: id16, index: small }),
    reply: v.strictObject({ sealed: bytesUpTo(LIMITS.blobChunk, 17), chunks: small }),
  },
  /**
   * Destroys files of a dossier for good, for keyholders who may read it: nothing is given or taken under their numbers any more.
   * A number of which nothing is here is noted all the same; one of another dossier is left. `said` as for `dossiers/erase`.
   */
  'blobs/erase': {
    session: true,
    request: v.strictObject({
      space: id32,
      dossier: id16,
      blobs: listOf(id16, LIMITS.blobsPerErase),
      said: id32,
    }),
    reply: empty,
  },
} as const;
