import { routerDuration } from '../../src/facts';

test.each([
  ['90', 90],
  ['500us', 0.5],
  ['250ms', 250],
  ['30s', 30_000],
  ['2m', 120_000],
  ['1h', 3_600_000],
  ['1d', 86_400_000],
])('%s is %d milliseconds', (text, milliseconds) => {
  expect(routerDuration(text)).toBe(milliseconds);
});

test.each(['', '0', '0s', '1.5h', '1m30s', '-1s', '30 s', '30S', '030s'])('the router ignores %j', (text) => {
  expect(routerDuration(text)).toBeUndefined();
});
