/** Entries, their hash graph, canonical encoding and merge. Pure: no I/O, no clock. */
export {
  EntryRefused,
  readEntry,
  readKeptEntry,
  readSignedEntry,
  type SignedEntry,
  verifyEntry,
  writeEntry,
} from './entry.ts';
export { equalValues } from './field.ts';
export { extendDossier, hadSeen, mergeDossier } from './merge.ts';
export * from './types.ts';
