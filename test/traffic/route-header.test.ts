import { RouteHeader } from 'cdk8s-kubevirt';
import { shownWords } from '../../src/facts';

describe('a header', () => {
  test.each(['Cookie', 'set-cookie', 'PROXY', 'Strict-Transport-Security'])('%s belongs to the router', (name) => {
    const text = `[RouteHeader.remove] headerName is "${name}": OpenShift keeps this header to the router. Use the options hsts and cookieName of the Route for what they are for, and another header otherwise. (header-name-forbidden)`;
    expect(() => RouteHeader.remove(name)).toThrow(new Error(text));
  });

  test.each(['', 'X Frame', 'X:Frame', 'n'.repeat(256)])('cannot be called %p', (name) => {
    const text = `[RouteHeader.setText] headerName is ${shownWords(JSON.stringify(name))}: a header name has 1 to 255 letters, digits and characters such as "-" and "_". Pass a name such as "X-Frame-Options". (header-name-invalid)`;
    expect(() => RouteHeader.setText(name, 'DENY')).toThrow(new Error(text));
  });

  test.each(['', 'two\nlines', 't\u0000'])('cannot have the value %p', (value) => {
    const text = `[RouteHeader.setText] text is ${value === '' ? '""' : '(redacted)'}: a value has 1 to 16384 characters, none of them a control character. Pass one line of text. (header-value-invalid)`;
    expect(() => RouteHeader.setText('X-Frame-Options', value)).toThrow(new Error(text));
  });
});

describe('an expression', () => {
  test.each(['%[req.hdr(X-Request-Id),lower]', '%[res.hdr(Server)]', 'CN=%{+Q}[ssl_c_der,base64]', '100%%'])('may be %s', (expression) => {
    expect(() => RouteHeader.setExpression('X-Seen', expression)).not.toThrow();
  });

  test.each(['%[src]', '50%', '%[req.hdr(Host),upper]', '%[req.hdr(A)]%[res.hdr(B)]'])('cannot be %s', (expression) => {
    const text = `[RouteHeader.setExpression] expression is (redacted): OpenShift knows %[req.hdr(NAME)], %[res.hdr(NAME)] and %[ssl_c_der], with ,lower and ,base64 behind them, and a doubled %. Write an expression such as "%[req.hdr(X-Request-Id),lower]", or use RouteHeader.setText. (header-expression-invalid)`;
    expect(() => RouteHeader.setExpression('X-Seen', expression)).toThrow(new Error(text));
  });
});
