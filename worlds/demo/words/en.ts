import type { Words } from './words.ts';

export const EN: Words = {
  binary: false,
  scenarios: {
    dentist: {
      what: [
        'A dental clinic would not treat [him|her|them] once the HIV status was known.',
        'The surgeon put off a planned operation {days} after the HIV result arrived and then would not set a new day.',
        'A private clinic sent [him|her|them] away at the door of the treatment room.',
      ],
      detail: [
        '[He|She|They] had told the doctor about the diagnosis because the form asked for it.',
        'The nurse came back alone and said that the doctor was busy for the whole month.',
        'Two other clinics gave the same answer by telephone.',
      ],
      reason: [
        '"We do not have the equipment for such patients."',
        '"Go to your own centre, they treat your kind there."',
      ],
    },
    'clinic-told': {
      what: [
        'A nurse told the neighbours about [his|her|their] diagnosis, and the street knew within {days}.',
        'The family doctor spoke of [his|her|their] HIV status in front of a full waiting room.',
      ],
      detail: [
        '[His|Her|Their] card has a red mark on its cover, and it lay open at the desk.',
        'A cousin rang that same evening to ask whether it was true.',
        'The nurse lives two doors away and did not deny it.',
      ],
    },
    'blood-test': {
      what: [
        'Blood was taken for an HIV test without a word of explanation when [he|she|they] came with a broken wrist.',
        'The clinic tested [him|her|them] for HIV and hepatitis and asked for a signature only afterwards.',
      ],
      detail: [
        'Nobody said what the test was for, and nobody talked about the result.',
        '[He|She|They] asked what the second tube was for and got no answer.',
      ],
    },
    'no-pills': {
      what: [
        'The centre gave no HIV medicine for {days}, because [his|her|their] address is in another district.',
        '[He|She|They] ran out of pills {days} ago and [was|was|were] told to come back next month.',
      ],
      detail: [
        'The last viral load was below the limit of detection; the break puts that at risk.',
        "[He|She|They] shared a friend's pills for a week.",
      ],
      reason: [
        '"Without registration here we cannot put you on the list."',
        '"The delivery is late, there is none for anyone."',
      ],
    },
    maternity: {
      what: [
        'In the maternity ward she was kept in a separate room with a sign on the door and insulted in front of others.',
        'During labour nobody came near her for hours once the staff had read her card.',
      ],
      detail: [
        'A nurse told her that women like her should not have children.',
        'The other mothers were warned not to use the same bathroom.',
      ],
    },
    'ost-condition': {
      what: [
        'The narcology centre will give [him|her|them] substitution therapy only after a stay in its closed ward.',
        '[He|She|They] asked for substitution therapy three times and [was|was|were] told to be "cured" first.',
      ],
      detail: [
        'The closed ward lasts three weeks, and [he|she|they] would lose [his|her|their] work.',
        'No written refusal was given, although we asked for one.',
      ],
      reason: [
        '"First detoxification, that is our order."',
        '"The programme is only for those who have tried everything else."',
      ],
    },
    'patrol-money': {
      what: [
        'Two officers of the night patrol take {sum} from [him|her|them] every week.',
        'A patrol stopped [him|her|them], kept the telephone and gave it back for {sum}.',
        'Officers made [him|her|them] pay {sum} so as not to be taken to the district office.',
      ],
      detail: [
        'They said that next time they would ring [his|her|their] family.',
        'At least four other people on that street pay as well.',
        'One of them filmed [him|her|them] with his telephone.',
      ],
    },
    raid: {
      what: [
        'Officers came to the flat at night and took everyone who was there to the district office.',
        '[He|She|They] [was|was|were] picked up on the street with six others and kept until noon; no record was drawn up.',
      ],
      detail: [
        "No lawyer was let in, although one stood at the door from nine o'clock.",
        'They had to sign sheets whose text was covered.',
        'Telephones were taken and searched.',
      ],
      then: [
        'A health worker took blood from all of them at the district office; nobody was asked.',
        'They were told that whoever refused the test would stay for {days}.',
      ],
    },
    pockets: {
      what: [
        'A patrol searched [him|her|them] two streets from the needle exchange and kept the clean syringes as "proof".',
        'Officers who know [him|her|them] searched [his|her|their] bag and pockets on the way from work.',
      ],
      detail: [
        'No record was drawn up and no witnesses were called.',
        'They asked who else comes to the exchange point.',
      ],
      then: [
        'In the car they asked for {sum} so that nothing would be "found".',
        'A relative paid {sum} the same evening.',
      ],
    },
    'false-date': {
      what: [
        'The man whom he had met online opened the door together with two officers.',
        'A date arranged through an app turned out to be a trap: officers were waiting in the flat.',
      ],
      detail: [
        'They read the chats on his telephone aloud and copied his contacts.',
        'He had to say into a camera why he had come.',
      ],
      then: [
        'They asked for {sum} and gave him {days} to find it.',
        'They said that the video would go to his father unless he paid {sum}.',
      ],
    },
    register: {
      what: [
        "[He|She|They] [was|was|were] brought to the narcology centre by officers and put on its register without a doctor's examination.",
        'Because of the narcology register [he|she|they] cannot renew a driving licence, and nobody says how to get off it.',
      ],
      detail: [
        '[He|She|They] had not used for more than two years.',
        'The centre says that only the police can ask for removal; the police say the same of the centre.',
      ],
    },
    husband: {
      what: [
        'Her husband beat her in front of the child and threw her out at night.',
        "After {days} without any call from her we reached her at a neighbour's: her husband had broken her finger.",
        'Her husband has beaten her for years; this time the neighbours called the ambulance.',
      ],
      detail: [
        'She has no money of her own, and her documents are with him.',
        'The district inspector talked to him and left.',
        'She does not want to go back, but is afraid for the child.',
      ],
      then: [
        'Since then he writes every day that he will find her.',
        'He told her mother that he would set the house on fire.',
      ],
    },
    brothers: {
      what: [
        '[His|Her|Their] brothers found out through a photograph and beat [him|her|them].',
        'The family locked the door, took the telephone and beat [him|her|them] until the neighbours knocked.',
      ],
      detail: [
        'An uncle said that the shame must be "washed off".',
        '[He|She|They] got away through the yard with only a coat.',
      ],
    },
    'taken-home': {
      what: [
        "The police found [him|her|them] at a friend's and handed [him|her|them] over to the family.",
        'Although of age, [he|she|they] [was|was|were] given back to [his|her|their] father at the district office.',
      ],
      detail: [
        '[He|She|They] had written a statement that [he|she|they] had left of [his|her|their] own will; nobody read it.',
        'The officer said that a family matter is settled in the family.',
      ],
      then: [
        'At home the telephone was taken, and [he|she|they] [was|was|were] not allowed out for {days}.',
        'Somebody of the family is with [him|her|them] all the time.',
      ],
    },
    'client-violence': {
      what: [
        'A client beat her, took the money back and left her outside the town.',
        'A client locked the door and beat her when she wanted to leave.',
      ],
      detail: [
        'She remembers the car and a part of its number.',
        'Two colleagues know the man; he has done it before.',
      ],
      then: [
        'The officer on duty laughed and asked what she had expected.',
        'At the district office they took no statement and threatened to fine her.',
      ],
    },
    'street-attack': {
      what: [
        'Three young men followed [him|her|them] from the bus stop, shouted and beat [him|her|them].',
        '[He|She|They] [was|was|were] beaten near the metro because of [his|her|their] looks.',
      ],
      detail: [
        'People stood by and filmed.',
        '[He|She|They] did not go to the police: last time they laughed.',
      ],
    },
    'room-lost': {
      what: [
        'The landlord told [him|her|them] to leave within a day when he heard what people say about [him|her|them].',
        'The owner of the flat changed the lock and put [his|her|their] things into the yard.',
      ],
      detail: ['There is no lease; the rent was paid in cash.', 'The deposit of {sum} was not given back.'],
      reason: ['"I have a family, I do not need such tenants."', '"The neighbours complain."'],
    },
    'no-room': {
      what: [
        'Five landlords in a row refused [him|her|them] as soon as they had seen the identity card.',
        'A room that had been promised was gone when [he|she|they] came to see it.',
      ],
      detail: [
        "[He|She|They] slept at a friend's and had to leave there too.",
        'An agent said openly that owners do not want "problems".',
      ],
    },
    'shelter-door': {
      what: [
        'A shelter refused [him|her|them] and suggested a hotel.',
        'The shelter has places for women with children only and sent [him|her|them] away in the evening.',
      ],
      detail: [
        'It was already dark, and nobody offered another address.',
        'We called from the street; the answer was the same.',
      ],
      reason: ['"The other residents would not understand."', '"Bring a paper from the police first."'],
    },
    fired: {
      what: [
        '[He|She|They] lost [his|her|their] job {days} after a colleague had told the boss.',
        'The employer asked for a health certificate, saw the result and let [him|her|them] go the same day.',
      ],
      detail: [
        '[He|She|They] had to sign that [he|she|they] left of [his|her|their] own wish.',
        "The last month's pay has not come.",
      ],
      reason: ['"The customers would be afraid."', '"You understand yourself."'],
    },
    unpaid: {
      what: [
        'The owner of a building site has not paid [him|her|them] for {days} of work.',
        '[He|She|They] worked all summer in a cafe and got {sum} for the whole season.',
      ],
      detail: [
        'There was no contract; three colleagues can confirm the hours.',
        'When [he|she|they] asked, the owner threatened to call the police.',
      ],
    },
    passport: {
      what: [
        'Without a registered address [he|she|they] cannot get a new identity card, and without the card no address.',
        'The office has refused a new identity card three times; each time another paper was missing.',
      ],
      detail: [
        'The old card was lost with the bag in the winter.',
        'Without it there is no bank card and no medicine outside the centre.',
      ],
    },
    address: {
      what: [
        '[He|She|They] [was|was|were] struck off the register at the old address and now cannot register anywhere.',
        'No office will register [him|her|them]: relatives have sold the flat, and friends are afraid to help.',
      ],
      detail: [
        '[He|She|They] found out only at the counter.',
        'The desk asks for the owner to come in person.',
      ],
      then: [
        'For that reason the social office does not even take the application.',
        'The allowance has not been paid for {days}.',
      ],
    },
    allowance: {
      what: [
        'The commission lowered [his|her|their] disability group without an examination, and the allowance stopped.',
        'The social office has kept the application for the allowance for {days} without an answer.',
      ],
      detail: [
        "The doctor's paper says the opposite.",
        'For weeks [he|she|they] lived on what neighbours brought.',
      ],
    },
    'child-kept': {
      what: [
        'Her former husband has not let her see the child for {days}.',
        'Her former husband took the child from school and does not open the door to her.',
      ],
      detail: [
        'He says in court that her diagnosis is a danger to the child.',
        'The teacher saw the child cry when she came to the gate.',
      ],
    },
    'married-early': {
      what: [
        'She is to be married in spring; she is sixteen and wants to stay at school.',
        'Her parents stopped her schooling and arranged the engagement with a man twice her age.',
      ],
      detail: [
        'A teacher noticed and asked her gently.',
        'Her mother is not against her, but afraid of the father.',
      ],
    },
    outed: {
      what: [
        'Photographs and [his|her|their] full name were put into a public group with hundreds of members.',
        'Somebody sent [his|her|their] private messages to the whole family and to the boss.',
      ],
      detail: [
        "The group's owner did not answer the request to take them down.",
        '[He|She|They] did not leave the flat for days.',
      ],
    },
    blackmail: {
      what: [
        'An unknown account asks for {sum}, or intimate pictures will go to the relatives.',
        'Somebody took over [his|her|their] account and asks for {sum} to keep quiet.',
      ],
      detail: ['[He|She|They] already paid once.', 'The account was made last week and has no face.'],
    },
    page: {
      what: [
        'After a post about violence hundreds of insults and threats came in two days.',
        'Fake accounts post [his|her|their] picture with insults under every post of the group.',
      ],
      detail: [
        'Some messages name the street where [he|she|they] rented a room.',
        'Screenshots are kept as evidence.',
      ],
    },
    statement: {
      what: [
        'The police would not take a statement about the beating and sent [him|her|them] home.',
        'The officer on duty said that without a forensic paper there is nothing to write down.',
      ],
      detail: [
        'The forensic office was closed for the holidays.',
        'We asked in writing for the number under which the visit was noted; there is none.',
      ],
    },
    'no-protection': {
      what: [
        'The commission would not ask for a protection order, because the spouses "have made peace".',
        'She asked for a protection order twice; the answer is that she should divorce first.',
      ],
      detail: ['He stood in the corridor while she was heard.', 'The decision has no reasons in it.'],
    },
    school: {
      what: [
        'The college does not admit [him|her|them] and does not say why in writing.',
        'The headmaster asked the parents to find "another school" after a mother had complained.',
      ],
      detail: [
        'The marks are good enough; we have seen them.',
        'A teacher supports [him|her|them] and is ready to say so.',
      ],
      reason: ['"The other parents would take their children away."', '"There are no places left."'],
    },
    deported: {
      what: [
        '[He|She|They] [was|was|were] sent back from abroad after an HIV test at the migration office and arrived without medicine.',
        'Back from work abroad with a ban on entry because of HIV, [he|she|they] had no pills for {days}.',
      ],
      detail: [
        'The papers about the treatment stayed with the employer.',
        'At home only one sister knows the reason.',
      ],
    },
    'locked-in': {
      what: [
        'Her family lets her out only with a brother; she wrote to us from a borrowed telephone.',
        'She has been kept at home for {days}, and her studies have stopped.',
      ],
      detail: [
        'She asks that nobody call back on this number.',
        'The reason is a friendship that the family did not like.',
      ],
    },
    'prison-doctor': {
      what: [
        'In the colony he gets his HIV medicine with breaks of {days}.',
        'On transfer to another colony his HIV medicine did not come with him.',
      ],
      detail: [
        'His mother brought the pills twice, and they were not accepted.',
        'He has lost weight and coughs.',
      ],
    },
  },
  came: {
    outreach: [
      'Met during the evening round.',
      'We spoke in the outreach car.',
      'We got talking at the needle exchange.',
    ],
    hotline: [
      'Called the hotline, twice, before giving a name to use.',
      'A call late in the evening; the line broke off and came back.',
    ],
    'walk-in': ['Came to the office alone.', 'Came with a friend who had been here before.'],
    'third-party': [
      'We heard of it from others first and then met in person.',
      'A friend told us; we waited until the person called.',
    ],
    referral: ['Referred by a partner organisation, with consent.', "Came on a doctor's advice."],
    message: ['Wrote to our page at night.', 'The first contact was a message of three words.'],
  },
  state: {
    distressed: [
      'Sleeps badly and starts at every ring.',
      'Very tired; we spoke slowly and took breaks.',
      'Fell silent several times; we did not press.',
    ],
    injured: [
      'Bruises on the arms and face; we suggested a doctor at once.',
      'There are injuries; photographs were taken with consent.',
    ],
    'in-hospital': ['Still in hospital.'],
    'without-treatment': ['Without treatment at the moment.', 'The break in treatment has to end this week.'],
    'without-home': ['Has nowhere to sleep from tonight.', "Sleeps at friends', each night another one."],
    'without-income': ['There is no other income.', 'Money for food will last a few days.'],
    'without-papers': ['Has no valid paper at all.', 'Only a copy of the old card is left.'],
    detained: ['Still inside; we speak through the family.'],
    hiding: ['Stays with a friend and tells nobody where.', 'Is in a place that only we know.'],
    unharmed: ['Not hurt, but angry.', 'Shaken, no injuries.'],
  },
  wants: {
    'make-it-stop': ['"I only want them to leave me alone."', '"Let it end."'],
    'safe-place': ['"One quiet night first, then we will see."', '"A place where nobody asks."'],
    'medical-care': ['"I want to be treated like everyone else."'],
    treatment: ['"I must not miss my pills."', '"I want to begin, not to beg."'],
    'legal-advice': ['"Tell me what I can do and what I had better not."'],
    complaint: ['"I want it on paper."', '"Next time they should think first."'],
    court: ['"I am ready to go to court."'],
    documents: ['"I need a paper with my name on it."'],
    'somebody-to-talk-to': ['"I have told nobody until today."'],
    escort: ['"I will go if somebody goes with me."'],
    'food-money': ['"Something for the children until Friday."'],
    'work-study': ['"I want to work, nothing more."'],
    children: ['"I want my child."'],
    'leave-the-area': ['"I cannot stay in this town."'],
    'only-a-record': ['"Just write it down. It should not get lost."'],
    'not-sure': ['"I do not know yet."'],
  },
  responses: {
    counselling: [
      'Talked through what happened and what is possible; the person chose the order.',
      'A peer explained rights and treatment in plain words.',
    ],
    information: [
      'Explained the law and left a short sheet with the articles.',
      "Went through the account's settings together and saved the evidence.",
    ],
    'primary-legal': [
      'First legal advice given; a complaint was drafted.',
      'Explained deadlines and what each step can cost.',
      'Wrote the request to the institution together.',
    ],
    'secondary-legal': [
      'The lawyer took the case and asked for the file.',
      'A complaint was filed with the court.',
      'The lawyer was present at the questioning.',
    ],
    psychosocial: ['First talk with the psychologist, an hour.', 'Two further talks; sleep is better.'],
    escort: [
      'Went along to the appointment; this time the tone was polite.',
      'Went to the office together and waited until the paper was stamped.',
    ],
    mediation: [
      'Talked to the head of the institution; they will look into it.',
      'Spoke with the other side by telephone, without giving names away.',
    ],
    shelter: [
      'A place for two weeks was found through a partner.',
      'A bed for tonight, and from Monday a room.',
    ],
    'food-goods': ['A food parcel and winter clothes given.', 'Hygiene set, food and a travel card given.'],
    medical: ['A friendly doctor saw the person the same day.', 'Injuries were examined and written down.'],
    art: [
      'The point issued medicine for a month.',
      'Agreed with the centre that treatment goes on without a new queue.',
    ],
    ost: [
      'The point issued medicine for a month.',
      'Agreed with the centre that treatment goes on without a new queue.',
    ],
    documents: [
      'Collected the papers that were missing.',
      'Asked the archive for a copy of the birth certificate.',
    ],
    cash: ['Paid the fee from the emergency fund.', 'Covered {sum} for the road and the first days.'],
    protection: [
      'Moved to another town; only two of us know the address.',
      'Changed number and accounts; agreed on a code word.',
    ],
    training: [
      'Enrolled in a sewing course that starts next month.',
      'Helped with a CV; two interviews arranged.',
    ],
    advocacy: [
      'Wrote to the ombudsman and asked for a reply within the legal term.',
      'Raised it at the working group, without any detail that leads to the person.',
    ],
  },
  tasks: {
    call: ['Ask how it went', 'Call at the safe hour', 'Agree on the next step'],
    'primary-legal': ['Read the answer to the request', 'Finish the complaint'],
    'secondary-legal': ['Prepare for the hearing', 'Ask the court for a copy of the decision'],
    documents: ['Fetch the stamped copy', 'Check whether the archive has answered'],
    shelter: ['Ask whether the stay can be made longer', 'Look for a room after the shelter'],
    medical: ['Ask about the result', 'Remind of the second visit'],
    art: ['Check that the medicine was given', 'Ask about the dose'],
    ost: ['Check that the medicine was given', 'Ask about the dose'],
    psychosocial: ['Arrange the next talk', 'Ask whether the talks help'],
    mediation: ['Call the head of the department again', 'Ask for the promise in writing'],
  },
  followUp: {
    urgent: ['Be in touch without delay', 'Make sure that the person is safe'],
    usual: ['Be in touch within a week', 'Ask what has changed'],
  },
  endings: {
    resolved: ['Settled; the person thanked us and wants no further steps.', 'What was asked for was given.'],
    'partly-resolved': [
      'The person is safe, but nobody was held to account.',
      'The first need was met; the complaint had no result.',
    ],
    'not-resolved': [
      'The institution did not change its mind; all steps that the person wanted were tried.',
      'Refused at every level.',
    ],
    'person-stopped': ['The person decided to stop. The door stays open.'],
    'contact-lost': ['The number no longer answers; three attempts over a month.'],
    'person-died': ['The person died. We stay in touch with the sister.'],
  },
  qualified: {
    yes: [
      'The account is consistent and fits what we know of that place.',
      'Two sources agree; the rule they cite does not exist.',
      'A clear breach; the refusal was said in front of a witness.',
    ],
    no: ['Unpleasant, but within the rules; help goes on all the same.'],
    unclear: ['We have only one account; ask again after the papers come.'],
  },
  notes: [
    'Prefers to meet outside the office.',
    'Better to write than to call.',
    'Asked twice whether anybody else can read this; explained how it is kept.',
    'Similar to two earlier cases from the same place.',
    'A friend may come along next time.',
    'Did not want to speak about the family today.',
  ],
  units: {
    police: ['a district police office', 'night patrol', 'duty room of a district police office'],
    'health-worker': ['reception', 'a duty doctor', 'a ward nurse', 'treatment room'],
    'state-service': ['district social office', 'a counter clerk'],
    'migration-service': ['registration desk'],
    prison: ['medical unit of a colony'],
    school: ["the director's office"],
    employer: ['owner of a cafe', 'site manager', 'head of a shop'],
    landlord: ['owner of the flat'],
    organisation: ['administrator of a shelter'],
    group: ['three or four young men', 'members of a chat group'],
    online: ['an account without a name'],
  },
  aliases: {
    az: {
      woman: ['Aynur', 'Lale', 'Narmin', 'Sevda', 'Turan', 'Gunay', 'Shahla', 'Mina', 'Ulkar', 'Banu'],
      man: ['Orkhan', 'Rashad', 'Kamran', 'Vugar', 'Farid', 'Nijat', 'Emil', 'Samad', 'Ramil', 'Anar'],
      other: ['Deniz', 'Sky', 'Umid', 'R.'],
    },
    tj: {
      woman: ['Nigora', 'Shahnoza', 'Mehri', 'Gulnora', 'Sitora'],
      man: ['Daler', 'Farrukh', 'Somon', 'Jamshed', 'Bahrom'],
      other: ['Umed', 'S.'],
    },
  },
  safeHours: ['weekdays 10:00–13:00', 'after 19:00', 'mornings only', 'not on Fridays'],
  codeWords: ['walnut', 'blue scarf', 'the book', 'tea with lemon'],
  witness: [
    'Was there and heard it.',
    'Saw the person directly afterwards.',
    'Agrees to speak if the name stays out.',
  ],
  child: ['Goes to primary school.', 'Still small, stays close.', 'Knows only that they have moved.'],
  minorDecided: {
    who: ['an aunt', 'an elder sister', 'a teacher'],
    why: [
      'Telling the parents would put [him|her|them] in danger.',
      'Under 18; decided together with an adult of [his|her|their] choice.',
    ],
  },
  shelterName: ["a partner's shelter", "a women's centre"],
  slots: {
    sum: {
      az: ['50 manat', '100 manat', '200 manat', '300 manat', '500 manat'],
      tj: ['200 somoni', '300 somoni', '500 somoni', '1000 somoni'],
    },
    days: ['three days', 'a week', 'ten days', 'two weeks', 'a month'],
  },
};
