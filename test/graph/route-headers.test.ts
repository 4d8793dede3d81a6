import { isRouteHeaderExpression } from '../../src/graph';

test.each(['DENY', '100%%', '%[ssl_c_der]', '%{+Q}[ssl_c_der,base64]', '%{+Q,-X}[ssl_c_der]', 'é'])('%s suits both ways', (value) => {
  expect(isRouteHeaderExpression(value, 'request')).toBe(true);
  expect(isRouteHeaderExpression(value, 'response')).toBe(true);
});

test('headers are read from the message that they are in', () => {
  expect(isRouteHeaderExpression('%[req.hdr(X-A),lower,base64]', 'request')).toBe(true);
  expect(isRouteHeaderExpression('%[req.hdr(X-A)]', 'response')).toBe(false);
  expect(isRouteHeaderExpression('%[res.hdr(X-A)]', 'response')).toBe(true);
  expect(isRouteHeaderExpression('%[res.hdr(X-A)]', 'request')).toBe(false);
});

test.each(['', '%', '50%', '%%%', '%[src]', '%[req.hdr(X-A),upper]', '%{+Z}[ssl_c_der]', 'a\nb', 'x'.repeat(16_385)])(
  'refuses %j',
  (value) => {
    expect(isRouteHeaderExpression(value, 'request')).toBe(false);
  },
);
