import { Cron } from 'cdk8s';
import { Arguments } from '../../src/errors';
import { cronExpression, timeZone } from '../../src/protection/schedule';

const args = new Arguments('shop/nightly');

test.each(['*', '?', '0', '59', '0-59', '5-5', '*/15', '0,30', '1-30/2,45', '7/10'])('takes the minute %s', (minute) => {
  expect(cronExpression(args, 'schedule', Cron.schedule({ minute }))).toBe(`${minute} * * * *`);
});

test.each(['60', '-1', '1-', '30-5', '*/0', '*/x', '1/2/3', '1,,2', '1 2', '1.5', '1-2-3'])('refuses the minute %j', (minute) => {
  expect(() => cronExpression(args, 'schedule', Cron.schedule({ minute }))).toThrow('(schedule-invalid)');
});

test('takes names of months and days of the week', () => {
  expect(cronExpression(args, 'schedule', Cron.schedule({ minute: '0', hour: '2', month: 'jan-JUN', weekDay: 'MON-FRI' }))).toBe(
    '0 2 * jan-JUN MON-FRI',
  );
});

test('refuses what the CronJob controller refuses: Sunday as 7, day 0, month 13', () => {
  for (const options of [{ weekDay: '7' }, { day: '0' }, { day: '32' }, { month: '13' }, { month: '0' }, { hour: '24' }]) {
    expect(() => cronExpression(args, 'schedule', Cron.schedule({ minute: '0', ...options }))).toThrow('(schedule-invalid)');
  }
});

test.each(['Europe/Berlin', 'Etc/UTC', 'America/Argentina/Buenos_Aires'])('knows the time zone %s', (zone) => {
  expect(timeZone(args, 'timeZone', zone)).toBe(zone);
});

test.each(['Berlin', 'Local', '+02:00', ''])('does not know the time zone %j', (zone) => {
  expect(() => timeZone(args, 'timeZone', zone)).toThrow('(time-zone-unknown)');
});
