/** Which fields of a record stand in its line on the timeline. Data, so that the timeline knows no kind by heart. */
export interface StoryWords {
  /** Says in a word what it was. */
  title: readonly string[];
  /** The name of the kind stands before the title, which alone would not say what it is. */
  named?: true;
  /** The account, in whole paragraphs. */
  told: readonly string[];
  /** Short facts under it, each with its field's name. */
  facts: readonly string[];
  /** Short facts that speak for themselves, joined by dots beside the date. */
  aside: readonly string[];
}

export const STORY_WORDS: Readonly<Record<string, StoryWords>> = {
  violation: {
    title: ['type'],
    told: ['account'],
    facts: [
      'perpetrators',
      'victims',
      'barrierTo',
      'statedReason',
      'stateOfPerson',
      'continuing',
      'reportedTo',
      'reportAnswer',
      'ledTo',
    ],
    aside: ['placeType', 'area'],
  },
  response: {
    title: ['type'],
    told: ['note'],
    facts: ['with', 'forWhom', 'result', 'minutes'],
    aside: ['owner', 'byWhom'],
  },
  task: { title: ['what'], told: ['note'], facts: [], aside: ['owner'] },
  note: { title: [], told: ['text'], facts: [], aside: [] },
  source: { title: ['connection'], told: ['words'], facts: ['reliability', 'person', 'address'], aside: [] },
  file: {
    // The file itself says what it is, and where it has been.
    title: [],
    told: [],
    facts: ['capturedBy', 'capturedHow'],
    aside: ['role', 'capturedWhere'],
  },
  threat: {
    title: ['type'],
    named: true,
    told: ['words'],
    facts: ['byWhom', 'against', 'credible', 'reportedTo', 'answer', 'action', 'actionDate'],
    aside: ['channel'],
  },
  risk: {
    title: ['instrument'],
    named: true,
    told: ['plan'],
    facts: ['of', 'level', 'override', 'overrideWhy', 'nextReview'],
    aside: ['assessedBy'],
  },
  matter: {
    title: ['type'],
    told: ['about'],
    facts: [
      'forum',
      'forumName',
      'barrier',
      'deadline',
      'answered',
      'answer',
      'appealUntil',
      'closed',
      'result',
      'remedies',
    ],
    aside: ['owner'],
  },
  contact: {
    title: ['institution'],
    named: true,
    told: ['about'],
    facts: ['who', 'promised', 'promisedBy', 'kept'],
    aside: ['how', 'ours'],
  },
  referral: {
    title: ['to'],
    named: true,
    told: [],
    facts: ['need', 'result', 'declinedWhy', 'declinedWords'],
    aside: ['owner'],
  },
  'document-need': {
    title: ['document'],
    named: true,
    told: ['note'],
    facts: ['of', 'goal', 'state', 'steps', 'impossibleWhy', 'expected', 'validUntil'],
    aside: [],
  },
};
