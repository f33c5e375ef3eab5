/** The pages behind the sign-in: fetched while somebody comes in, as their words are. */
export const fetchWithin = async () => (await import('./Within.tsx')).Within;
