/**
 * What is changed in each room, and by which tests a change must be found. `sample` says of how many changes a run consists
 * where a whole one would take days; without it, all of them. `last` names the slow tests, the slowest at the end;
 * `cold` the files for each of whose changes the room is loaded anew; `quick` that every test file starts a server of its own
 * (see `quick-parts.mjs`); and `most` after how many of such files a change counts as not found.
 */
export const rooms = {
  journal: {
    change: ['packages/journal/src'],
    tests: ['packages/journal/{src,vectors}/**/*.test.ts'],
    // Only measures how time grows with size.
    without: ['packages/journal/src/hostile-merge.slow.test.ts'],
    cold: [],
    last: ['merge.test', 'merge-model'],
  },
  sealing: {
    change: ['packages/sealing/src'],
    tests: ['packages/sealing/{src,vectors}/**/*.test.ts'],
    without: [],
    // They keep what they once computed, which must not be what another change made of it.
    cold: ['hash', 'bytes', 'signature-check', 'signature-rule', 'weak-keys', 'ed25519-fallback'],
    last: [
      'sealed-things',
      'vectors',
      'signature-agreement',
      'kit',
      'passphrase.slow',
      'receipt-words.slow',
      'account',
      'membership-model',
      'sharing-model',
    ],
  },
  vault: {
    change: [
      'packages/vault/src/space',
      'packages/vault/src/sync',
      'packages/vault/src/sharing',
      'packages/vault/src/history',
    ],
    tests: [
      'packages/vault/src/{excluded-member,entry-of-another-place,key-waited-for,renamed-server}.integration.test.ts',
      'packages/vault/src/{ghost-space,own-approval,invented-histories,both-sides,recipient}.integration.test.ts',
      'packages/vault/src/{former-words,lied-to-once,named-again,removed-reads-on,shared-files,sharing}.integration.test.ts',
      'packages/vault/src/{changed-peer,lying-server,twin-dossier,two-spaces,two-histories}.integration.test.ts',
      'packages/vault/src/{withdrawn-consent,excluded-organisation,sharing-history,vault}.integration.test.ts',
      'packages/vault/src/{sync,history}/*.test.ts',
    ],
    without: [],
    cold: [],
    // By how long they take.
    last: [
      ...['lives-on', 'two-readers', 'soon', 'renamed-server', 'excluded-member', 'key-waited-for'],
      ...['entry-of-another-place', 'lied-to-once', 'ghost-space', 'own-approval', 'invented-histories'],
      ...['both-sides', 'recipient', 'former-words', 'named-again', 'removed-reads-on', 'shared-files'],
      ...['changed-peer', 'sharing.i', 'lying-server', 'twin-dossier', 'vault.i', 'two-spaces'],
      ...['two-histories', 'excluded-organisation', 'sharing-history', 'withdrawn-consent'],
    ],
    most: 22,
    quick: true,
    sample: 100,
  },
  server: {
    change: ['apps/server/src/storage', 'apps/server/src/http'],
    tests: [
      'apps/server/src/http/*.test.ts',
      'apps/server/src/storage/*.test.ts',
      'apps/server/src/push/*.integration.test.ts',
      'apps/server/src/{locked-out,sessions,exchange,membership,shares,one-history}.integration.test.ts',
      'apps/server/src/{unlimited-questions,quiet,taught-charter}.integration.test.ts',
    ],
    // A hundred thousand bodies for each route: a few of each are tried by `http.integration` as well.
    without: ['apps/server/src/http/fuzz.integration.test.ts'],
    cold: [],
    last: [
      ...['locked-out', 'sessions', 'exchange', 'http.integration', 'membership', 'shares', 'one-history'],
      ...['taught-charter', 'rude-clients', 'put-back', 'unlimited-questions', 'quiet', 'reminders'],
    ],
    most: 9,
    quick: true,
    sample: 100,
  },
};
