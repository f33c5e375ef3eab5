import { packOf } from '@dayaq/domain';
import { dayOf } from '@dayaq/locale';

/** Where the devices of the journeys are, as their clocks and the organisation's know it. */
export const ZONE = 'Asia/Baku';

/** The day that the devices show, YYYY-MM-DD: after eight in the evening in UTC it is the next one already. */
export const dayThere = (): string => dayOf(Date.now(), packOf('az')?.utcOffset);
