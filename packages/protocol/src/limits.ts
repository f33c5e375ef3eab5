/** Sizes in bytes and counts. The server refuses what exceeds them; clients split their work to stay within. */
export const LIMITS = {
  /** Largest request body, blob chunks included. */
  body: 2 * 1024 * 1024,
  /** Largest request body without a session. */
  strangerBody: 4 * 1024,
  /** Largest sealed entry. */
  entry: 320 * 1024,
  /** Entries in one append. */
  entriesPerAppend: 256,
  generationsPerAppend: 64,
  generation: 256 * 1024,
  charterAct: 64 * 1024,
  actsPerAppend: 16,
  /** Charter acts that a restored server is taught at once. */
  actsPerTeach: 256,
  membersPerSpace: 500,
  wrap: 4 * 1024,
  sealedRoot: 1024,
  /** Items in one page of a pull, and the bytes after which a page ends early. */
  itemsPerPull: 2000,
  bytesPerPull: 4 * 1024 * 1024,
  spacesPerAccount: 64,
  /** Destroyed dossiers that are told, the latest. */
  erasedTold: 1000,
  /** Earlier lives of a log that are told. */
  formerLogs: 100,
  /** Shared dossiers in one page of a list, and introduced spaces in its answer. */
  sharesPerPage: 1000,
  peersPerSpace: 1000,
  /** Entries that a recipient may ever add to one dossier, and those and their bytes after its end. */
  entriesPerShare: 5000,
  lateEntries: 16,
  lateEntry: 4 * 1024,
  /** One sealed chunk of a blob: 256 KiB and the AEAD tag. */
  blobChunk: 256 * 1024 + 16,
  /** Largest blob: 256 MiB of ciphertext. */
  blobChunks: 1024,
  introductionAnswer: 8 * 1024,
  /** Devices of one account that want to be woken; the one that was added first makes room for a ninth. */
  pushPerAccount: 8,
  /** Characters of the address at which a browser's maker takes messages. */
  pushEndpoint: 1024,
  timersPerCall: 64,
  /** That one member has set in a space; of more, the soonest stand. */
  timersPerMember: 1024,
  accountsPerTimer: 20,
  /** Milliseconds. */
  challengeLife: 2 * 60_000,
  sessionLife: 30 * 86_400_000,
  introductionLife: 14 * 86_400_000,
  /** Timers stand at whole quarters of an hour. */
  timerStep: 900_000,
} as const;
