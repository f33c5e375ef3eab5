import type { GenerationHeader, Secret } from '@dayaq/sealing';

/** A generation's header as it was admitted here, with the key that it brought. */
export interface KnownGeneration {
  header: GenerationHeader;
  bytes: Uint8Array;
  /** Null when it was not granted to this account. */
  key: Secret | null;
  /** It stands in its place and is no use to anybody: its key does not open, or it names another history. */
  void: boolean;
}
