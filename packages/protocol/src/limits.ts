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
  /** Destroyed dossiers that are told, the latest; and as many files. */
  erasedTold: 1000,
  /** Files that are destroyed at once. */
  blobsPerErase: 256,
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
  /** A letter goes in pieces of so many bytes, the last one shorter: 8 MiB and what sealing adds. */
  letterPiece: 64 * 1024,
  letterPieces: 129,
  /** Letters of one space that are kept at once; beyond, those give way that came whole longest ago, if that is `fullLetterDays` ago. */
  lettersPerSpace: 20_000,
  fullLetterDays: 7,
  /**
   * Of them those of several pieces: what all of their pieces together may be, and how many may be unfinished at once. A flood of
   * files fills this, and leaves room for words.
   */
  filePiecesPerSpace: 20_000,
  unfinishedPerSpace: 1000,
  lettersPerPage: 200,
  /** What a letter brings along to a door in flood: the numbers of all parts of its work. */
  letterWork: 32,
  /** One survey as it is published, and how many of one member's a space keeps. */
  survey: 120 * 1024,
  surveysPerMember: 60,
  /** One recorded question, and how many of one member's a space keeps; days for which one stays that no survey at the door names. */
  sound: 256 * 1024,
  soundsPerMember: 400,
  soundDays: 30,
  /** Codes that are put at once, and of one survey in all; bytes of what signs for them, and of a signature. */
  codesAtOnce: 500,
  codesPerKey: 20_000,
  codeSecret: 2048,
  codeSignature: 256,
  /** Acts that a visitor is given to check a door by. */
  doorActs: 400,
  /** A sealed reply: 4 KiB and what sealing adds. */
  reply: 4096 + 1 + 1120 + 16,
  /** Replies that a mailbox answers, as many whether they are there or not; the newest stay. */
  mailboxSlots: 16,
  /** Days for which an unfinished letter, a letter, and a reply are kept: a letter is gone before the shortest three months are over. */
  unfinishedLetterDays: 2,
  letterDays: 88,
  replyDays: 180,
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

/** Largest body of routes for strangers that take more than `LIMITS.strangerBody`. */
export const STRANGER_BODIES: Readonly<Record<string, number>> = {
  'letters/put': LIMITS.letterPiece + 1024,
};
