import { SAFE_TIME_DEFAULTS, safeTime } from '../../src/facts';

test.each([
  [1, 180],
  [3, 180],
  [6, 180],
  [7, 186],
  [9, 186],
  [33, 120 + 30 + 11 * 12],
  [36, 120 + 30 + 12 * 12],
  [53, 120 + 30 + 11 * 12],
  [100, 294],
])('%i workers with the defaults: %i s', (workers, seconds) => {
  expect(safeTime(SAFE_TIME_DEFAULTS, workers)).toBe(seconds);
});
