import { AZ_CALENDAR } from './az-calendar.ts';
import { AZ_DOCUMENTS } from './az-documents.ts';
import { capital, type CountryPack, deadlines, region } from './pack.ts';

/**
 * Azerbaijan. Areas after the State Statistical Committee's classification of 2024: 11 cities (Lankaran, Shaki and
 * Yevlakh with the land around them) and 76 rayons, of which 12 are Baku's and one, Aghdara, was made in December
 * 2023; grouped by the economic regions of the decree of 7 July 2021.
 */
export const AZ: CountryPack = {
  country: 'az',
  languages: ['az', 'ru', 'en'],
  defaultLanguage: 'az',
  currency: { code: 'AZN', decimals: 2 },
  utcOffset: 240,
  calendar: AZ_CALENDAR,
  documents: AZ_DOCUMENTS,
  minors: {
    // From 14 a child may turn to a court or the guardianship body without their parents; before that adults decide for them.
    bands: [
      { from: 0, to: 13, mayDecide: ['parent', 'guardian'] },
      { from: 14, to: 17, mayDecide: ['self', 'self-and-adult', 'parent', 'guardian'] },
    ],
    source:
      'Ailə Məcəlləsi (1999), uşağın müdafiə və rəyini bildirmək hüququ; Mülki Məcəllə, fəaliyyət qabiliyyəti',
    checkWithLawyer: true,
  },
  // Armenia lies between; one flies, or goes round through Türkiye or Iran.
  noRoadTo: ['az-r-nakhchivan'],
  emergency: [
    { help: 'rescue', number: '112' },
    { help: 'ambulance', number: '103' },
    { help: 'police', number: '102' },
  ],
  deadlines: deadlines([
    ['complaint-answer', 15, 'work-days', 'filed', 'theirs'],
    ['complaint-answer-long', 30, 'work-days', 'filed', 'theirs'],
    ['information-answer', 7, 'work-days', 'filed', 'theirs'],
    ['administrative-appeal', 30, 'days', 'answered', 'ours'],
    ['court-claim', 30, 'days', 'answered', 'ours'],
    ['court-appeal', 1, 'months', 'answered', 'ours'],
    ['fine-appeal', 10, 'days', 'filed', 'ours'],
  ]),
  areas: [
    ...capital('az', 'baku', [
      'binagadi',
      'garadagh',
      'khatai',
      'khazar',
      'narimanov',
      'nasimi',
      'nizami',
      'pirallahi',
      'sabail',
      'sabunchu',
      'surakhani',
      'yasamal',
    ]),
    ...region('az', 'absheron-khizi', { cities: ['sumgayit'], districts: ['absheron', 'khizi'] }),
    ...region('az', 'ganja-dashkasan', {
      cities: ['ganja', 'naftalan'],
      districts: ['dashkasan', 'goranboy', 'goygol', 'samukh'],
    }),
    ...region('az', 'gazakh-tovuz', { districts: ['aghstafa', 'gadabay', 'gazakh', 'shamkir', 'tovuz'] }),
    ...region('az', 'guba-khachmaz', { districts: ['guba', 'gusar', 'khachmaz', 'shabran', 'siyazan'] }),
    ...region('az', 'karabakh', {
      cities: ['khankendi'],
      districts: [
        'aghjabadi',
        'aghdam',
        'aghdara',
        'barda',
        'fuzuli',
        'khojaly',
        'khojavend',
        'shusha',
        'tartar',
      ],
    }),
    ...region('az', 'lankaran-astara', {
      cities: ['lankaran'],
      districts: ['astara', 'jalilabad', 'lerik', 'masalli', 'yardimli'],
    }),
    ...region('az', 'central-aran', {
      cities: ['mingachevir', 'yevlakh'],
      districts: ['aghdash', 'goychay', 'kurdamir', 'ujar', 'zardab'],
    }),
    ...region('az', 'mil-mughan', { districts: ['beylagan', 'imishli', 'saatli', 'sabirabad'] }),
    ...region('az', 'mountainous-shirvan', { districts: ['aghsu', 'gobustan', 'ismayilli', 'shamakhi'] }),
    ...region('az', 'nakhchivan', {
      cities: ['nakhchivan'],
      districts: ['babek', 'julfa', 'kangarli', 'ordubad', 'sadarak', 'shahbuz', 'sharur'],
    }),
    ...region('az', 'shaki-zagatala', {
      cities: ['shaki'],
      districts: ['balakan', 'gabala', 'gakh', 'oghuz', 'zagatala'],
    }),
    ...region('az', 'eastern-zangazur', {
      districts: ['gubadli', 'jabrayil', 'kalbajar', 'lachin', 'zangilan'],
    }),
    ...region('az', 'shirvan-salyan', {
      cities: ['shirvan'],
      districts: ['bilasuvar', 'hajigabul', 'neftchala', 'salyan'],
    }),
  ],
};
