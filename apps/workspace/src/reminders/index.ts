export { CalendarButton } from './CalendarButton.tsx';
export { ReminderSettings } from './ReminderSettings.tsx';
