export { CalendarButton } from './CalendarButton.tsx';
export { RemindersStopped } from './RemindersStopped.tsx';
export { ReminderSettings } from './ReminderSettings.tsx';
