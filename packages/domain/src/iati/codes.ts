/** Our codes as the standard's. */

/** By code of the list `publisher-types`: code of OrganisationType. */
export const ORGANISATION_TYPES: Readonly<Record<string, string>> = {
  government: '10',
  'other-public': '15',
  'international-ngo': '21',
  'national-ngo': '22',
  'regional-ngo': '23',
  'partner-ngo': '24',
  multilateral: '40',
  foundation: '60',
  academic: '80',
};

/** By code of the list `aid-sectors`: purpose code of the DAC. */
export const SECTORS: Readonly<Record<string, string>> = {
  'human-rights': '15160',
  'womens-rights': '15170',
  'violence-against-women': '15180',
  hiv: '13040',
  legal: '15130',
  'basic-health': '12220',
  'civil-society': '15150',
};
