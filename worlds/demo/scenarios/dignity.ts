import type { Scenario } from './scenario.ts';

/** What is said of somebody, and with what they are threatened. */
export const DIGNITY = {
  outed: {
    weight: 5,
    populations: [['gay-bisexual-man'], ['trans'], ['living-with-hiv'], ['lesbian-bisexual-woman']],
    genders: { man: 5, woman: 4, 'trans-woman': 3, 'non-binary': 1 },
    ages: { '18-24': 6, '25-34': 4, '35-49': 1 },
    acts: [
      {
        type: ['outed'],
        place: ['online'],
        by: ['former-partner', 'online'],
        state: ['distressed', 'hiding'],
      },
    ],
    wants: ['make-it-stop', 'somebody-to-talk-to', 'leave-the-area'],
    danger: 'mixed',
    responses: ['psychosocial', 'protection', 'primary-legal', 'information'],
    rights: ['private-life', 'equality'],
    remedies: ['content-removed', 'safe-place-found', 'none'],
    restricted: 0.15,
  },
  blackmail: {
    weight: 4,
    populations: [['gay-bisexual-man'], ['lesbian-bisexual-woman'], ['sex-work'], ['none-of-these']],
    genders: { man: 5, woman: 5 },
    ages: { '14-17': 1, '18-24': 6, '25-34': 3 },
    acts: [
      {
        type: ['digital-blackmail'],
        place: ['online'],
        by: ['online'],
        state: ['distressed'],
      },
    ],
    wants: ['make-it-stop', 'legal-advice', 'somebody-to-talk-to'],
    danger: 'mixed',
    responses: ['information', 'psychosocial', 'primary-legal'],
    rights: ['private-life'],
    remedies: ['content-removed', 'none'],
    restricted: 0.12,
  },
  page: {
    weight: 3,
    populations: [
      ['rights-defender'],
      ['rights-defender', 'lesbian-bisexual-woman'],
      ['rights-defender', 'trans'],
    ],
    genders: { woman: 7, 'non-binary': 1, 'trans-woman': 2, man: 2 },
    acts: [
      {
        type: ['online-harassment'],
        place: ['online'],
        by: ['online', 'group'],
        state: ['distressed'],
      },
    ],
    wants: ['make-it-stop', 'only-a-record', 'legal-advice'],
    danger: 'mixed',
    responses: ['information', 'psychosocial', 'advocacy', 'protection'],
    rights: ['expression', 'private-life', 'equality'],
    remedies: ['content-removed', 'none'],
  },
  statement: {
    weight: 4,
    populations: [['violence-survivor'], ['trans', 'violence-survivor'], ['sex-work', 'violence-survivor']],
    genders: { woman: 6, 'trans-woman': 3 },
    acts: [
      {
        type: ['complaint-not-taken'],
        place: ['police-station'],
        by: ['police'],
        barrierTo: ['police-protection'],
        state: ['distressed'],
      },
    ],
    wants: ['complaint', 'legal-advice', 'escort'],
    danger: 'mixed',
    responses: ['escort', 'secondary-legal', 'psychosocial', 'advocacy'],
    rights: ['remedy', 'equality', 'no-torture'],
    remedies: ['disciplined', 'none', 'protection-order'],
  },
} as const satisfies Readonly<Record<string, Scenario>>;
