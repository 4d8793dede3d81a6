import { isCronSchedule } from '../../src/facts';

test.each([
  '0 0 * * *',
  '*/15 3-5 1,15 jan-MAR sun',
  '5/10 ? * 12 6',
  ' 0  0 * * 0 ',
  '0,,30 0 * * *',
  '@daily',
  '@every 1h30m',
  'TZ=Europe/Berlin 0 4 * * *',
  'CRON_TZ=UTC @hourly',
])('%j is a schedule', (text) => {
  expect(isCronSchedule(text)).toBe(true);
});

test.each([
  'daily',
  '0 0 * *',
  '0 0 * * * *',
  '60 0 * * *',
  '0 24 * * *',
  '0 0 0 * *',
  '0 0 * 13 *',
  '0 0 * * 7',
  '5-3 0 * * *',
  '*/0 0 * * *',
  '*/1/2 0 * * *',
  '1-2-3 0 * * *',
  'mon 0 * * *',
  '-1 0 * * *',
  '@noon',
  '@every day',
  '@every',
])('%j is none', (text) => {
  expect(isCronSchedule(text)).toBe(false);
});
