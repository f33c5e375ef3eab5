/** The partner of the published story, as its workers name it. */
export const SHELTER = { en: 'Clean World, partner NGO', az: 'Clean World, tərəfdaş QHT' };
