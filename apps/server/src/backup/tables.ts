import type { Schema } from '../storage/schema.ts';

/** A table's rows in a backup; `which` leaves some out. Columns that came later stand last: older backups have none. */
interface Saved {
  columns: readonly string[];
  order: string;
  which?: string;
}

/**
 * What a backup holds. Left out on purpose: sessions and answered challenges (after a restore people's devices sign in
 * again), founding links that nobody used, and this server's own secrets but those that browsers and devices know it by.
 */
export const SAVED: { [T in Exclude<keyof Schema, 'sessions' | 'used_challenges'>]: Saved } = {
  accounts: { columns: ['account_id', 'verifier', 'sealed_root'], order: 'account_id' },
  founding_tokens: {
    columns: ['token_hash', 'first_run', 'expires_day', 'space_id'],
    order: 'token_hash',
    which: 'space_id is not null',
  },
  spaces: {
    columns: [
      'space_id',
      'position',
      'charter_seq',
      'charter_head',
      'epoch',
      'rotation_owed',
      'log_id',
      'chain_position',
      'chain_hash',
      'settled_log',
    ],
    order: 'space_id',
  },
  members: {
    columns: ['space_id', 'account_id', 'role', 'keyholder', 'removed'],
    order: 'space_id, account_id',
  },
  former_logs: { columns: ['space_id', 'number', 'log_id', 'until'], order: 'space_id, number' },
  wraps: {
    columns: ['space_id', 'epoch', 'account_id', 'wrap', 'given_by', 'refused', 'refusals'],
    order: 'space_id, epoch, account_id, given_by',
  },
  log: {
    columns: ['space_id', 'position', 'kind', 'dossier_id', 'number', 'entry_id', 'body'],
    order: 'space_id, position',
  },
  erased: {
    columns: ['space_id', 'dossier_id', 'account_id', 'asked_day'],
    order: 'space_id, dossier_id',
  },
  erased_blobs: {
    columns: ['space_id', 'blob_id', 'dossier_id', 'account_id', 'asked_day'],
    order: 'space_id, dossier_id, blob_id',
  },
  dossiers: {
    columns: ['space_id', 'dossier_id', 'generation', 'epoch', 'restricted'],
    order: 'space_id, dossier_id',
  },
  readers: { columns: ['space_id', 'dossier_id', 'account_id'], order: 'space_id, dossier_id, account_id' },
  blobs: { columns: ['space_id', 'blob_id', 'dossier_id', 'chunks'], order: 'space_id, blob_id' },
  blob_chunks: { columns: ['space_id', 'blob_id', 'chunk', 'sha256'], order: 'space_id, blob_id, chunk' },
  shares: {
    columns: ['space_id', 'dossier_id', 'peer_id', 'peer_epoch', 'generation', 'ended_at', 'entries', 'late'],
    order: 'space_id, dossier_id',
  },
  barred: { columns: ['space_id', 'dossier_id', 'account_id'], order: 'space_id, dossier_id, account_id' },
  introductions: {
    columns: ['space_id', 'introduction_id', 'expires_day', 'sealed', 'opened_by'],
    order: 'space_id, introduction_id',
  },
  letters: {
    columns: ['space_id', 'letter_id', 'number', 'epoch', 'pieces', 'day'],
    order: 'space_id, letter_id',
  },
  letter_pieces: {
    columns: ['space_id', 'letter_id', 'piece', 'sealed'],
    order: 'space_id, letter_id, piece',
  },
  surveys: { columns: ['space_id', 'hash', 'survey', 'day', 'given_by'], order: 'space_id, hash' },
  survey_sounds: { columns: ['space_id', 'hash', 'sound', 'day', 'given_by'], order: 'space_id, hash' },
  code_keys: { columns: ['space_id', 'key', 'private'], order: 'space_id, key' },
  survey_codes: { columns: ['space_id', 'key', 'code', 'blinded'], order: 'space_id, key, code' },
  replies: {
    columns: ['address', 'reply_id', 'space_id', 'verifier', 'number', 'sealed', 'day'],
    order: 'space_id, address, reply_id',
  },
  push_subscriptions: {
    columns: ['account_id', 'endpoint_hash', 'endpoint', 'p256dh', 'auth', 'added_day'],
    order: 'account_id, endpoint_hash',
  },
  pushes: {
    columns: ['account_id', 'endpoint_hash', 'tries', 'next_minute'],
    order: 'account_id, endpoint_hash',
  },
  timers: {
    columns: ['space_id', 'timer_id', 'due_quarter', 'account_ids', 'setter_id', 'position'],
    order: 'space_id, timer_id, setter_id',
  },
  woken: { columns: ['space_id', 'mark', 'due_quarter'], order: 'space_id, mark' },
  // A browser gives its messages' address to this key alone: with another one, nobody could be woken any more. And by its
  // identity devices tell their own server, restored, from another one under the same address.
  settings: { columns: ['name', 'value'], order: 'name', which: "name in ('push-key', 'server-identity')" },
};

export const TABLES = Object.keys(SAVED) as (keyof typeof SAVED)[];
