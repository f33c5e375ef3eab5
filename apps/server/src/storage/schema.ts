import type { ColumnType } from 'kysely';

/** Bytes as PostgreSQL's `bytea` gives them; any `Uint8Array` may be written. */
type Bytes = ColumnType<Uint8Array, Uint8Array, Uint8Array>;
type MaybeBytes = ColumnType<Uint8Array | null, Uint8Array | null, Uint8Array | null>;

export const LOG_CHARTER = 0;
export const LOG_GENERATION = 1;
export const LOG_ENTRY = 2;

/** The tables of `migrations/`, where each is explained. */
export interface Schema {
  settings: { name: string; value: Bytes };
  accounts: { account_id: Bytes; verifier: Bytes; sealed_root: Bytes };
  sessions: { token_hash: Bytes; account_id: Bytes; expires_day: number };
  used_challenges: { challenge_hash: Bytes; expires_day: number };
  founding_tokens: { token_hash: Bytes; first_run: boolean; expires_day: number; space_id: MaybeBytes };
  spaces: {
    space_id: Bytes;
    position: number;
    charter_seq: number;
    charter_head: Bytes;
    epoch: number;
    rotation_owed: boolean;
    log_id: Bytes;
    chain_position: number;
    chain_hash: Bytes;
    settled_log: MaybeBytes;
  };
  former_logs: { space_id: Bytes; number: number; log_id: Bytes; until: number };
  members: { space_id: Bytes; account_id: Bytes; role: string; keyholder: boolean; removed: boolean };
  wraps: {
    space_id: Bytes;
    epoch: number;
    account_id: Bytes;
    wrap: Bytes;
    given_by: Bytes;
    refused: boolean;
    refusals: number;
  };
  log: {
    space_id: Bytes;
    position: number;
    kind: number;
    dossier_id: MaybeBytes;
    number: number;
    entry_id: MaybeBytes;
    body: Bytes;
  };
  dossiers: { space_id: Bytes; dossier_id: Bytes; generation: number; epoch: number; restricted: boolean };
  /** Who asked and on which day; null of what was destroyed before that was noted. */
  erased: { space_id: Bytes; dossier_id: Bytes; account_id: Bytes | null; asked_day: number | null };
  /** Destroyed files of dossiers that stand. */
  erased_blobs: {
    space_id: Bytes;
    blob_id: Bytes;
    dossier_id: Bytes;
    account_id: Bytes;
    asked_day: number;
  };
  readers: { space_id: Bytes; dossier_id: Bytes; account_id: Bytes };
  blobs: { space_id: Bytes; blob_id: Bytes; dossier_id: Bytes; chunks: number };
  blob_chunks: { space_id: Bytes; blob_id: Bytes; chunk: number; sha256: Bytes };
  shares: {
    space_id: Bytes;
    dossier_id: Bytes;
    peer_id: Bytes;
    peer_epoch: number;
    generation: number;
    ended_at: number | null;
    entries: number;
    late: number;
  };
  barred: { space_id: Bytes; dossier_id: Bytes; account_id: Bytes };
  introductions: {
    space_id: Bytes;
    introduction_id: Bytes;
    expires_day: number;
    sealed: MaybeBytes;
    opened_by: Bytes;
  };
  letters: {
    space_id: Bytes;
    letter_id: Bytes;
    number: number | null;
    epoch: number;
    pieces: number;
    day: number;
  };
  letter_pieces: { space_id: Bytes; letter_id: Bytes; piece: number; sealed: Bytes };
  surveys: { space_id: Bytes; hash: Bytes; survey: Bytes; day: number; given_by: Bytes };
  survey_sounds: { space_id: Bytes; hash: Bytes; sound: Bytes; day: number; given_by: Bytes };
  code_keys: { space_id: Bytes; key: Bytes; private: Bytes };
  survey_codes: { space_id: Bytes; key: Bytes; code: Bytes; blinded: MaybeBytes };
  replies: {
    address: Bytes;
    reply_id: Bytes;
    space_id: Bytes;
    verifier: Bytes;
    number: number;
    sealed: Bytes;
    day: number;
  };
  push_subscriptions: {
    account_id: Bytes;
    endpoint_hash: Bytes;
    endpoint: string;
    p256dh: Bytes;
    auth: Bytes;
    added_day: number;
  };
  pushes: { account_id: Bytes; endpoint_hash: Bytes; tries: number; next_minute: number };
  timers: {
    space_id: Bytes;
    timer_id: Bytes;
    due_quarter: number;
    account_ids: Bytes;
    setter_id: Bytes;
    position: number;
  };
  woken: { space_id: Bytes; mark: Bytes; due_quarter: number };
}
