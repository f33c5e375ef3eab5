/** Which fields of a record stand in its line on the timeline. Data, so that the timeline knows no kind by heart. */
export interface StoryWords {
  /** Says in a word what it was. */
  title: readonly string[];
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
};
