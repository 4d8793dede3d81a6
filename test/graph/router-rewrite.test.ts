import { REWRITE_TARGET, requestBelow, rewritePathFault, rewriteTargetBeforeComment, rewrittenRequest } from '../../src/graph';

/** What HAProxy 2.6 with PCRE2 says of the configuration that the router writes. */
test.each(['/a(b', '/a[b', '/a)b', '/a**', '/a{2,1}', '/[]', '/a???'])('HAProxy does not compile the path %s', (path) => {
  expect(rewritePathFault(path, '/')).toBe('refused');
  expect(rewritePathFault(path, '/app')).toBe('refused');
});

test('a backslash at the end escapes the parenthesis that follows, or the slash', () => {
  expect(rewritePathFault('/a\\', '/app')).toBe('refused');
  expect(rewritePathFault('/a\\', '/')).toBe('misread');
});

test.each(['/c++', '/a*', '/a?', '/a{2}', '/a|b', '/a$b', '/a^b', '/(a)', '/(?i)x', '/(?P<x>a)', '/a++b', '/\\p', '/a\\c'])(
  'the path %s means something else',
  (path) => {
    expect(rewritePathFault(path, '/')).toBe('misread');
  },
);

test.each(['', '/', '/shop', '/a]b', '/a{', '/a{id}', '/a.b', "/it's", '/a"b', '/a%b', '/a;b'])('the path %s means itself', (path) => {
  expect(rewritePathFault(path, '/')).toBeUndefined();
  expect(rewritePathFault(path, '/app')).toBeUndefined();
});

test.each([
  ['/shop', '/', '/cart'],
  ['/shop', '/app', '/app/cart'],
  ['/shop', '/app/', '/app//cart'],
  ['/shop/', '/', '/cart'],
  ['/shop/', '/app', '/appcart'],
  ['/', '/', '/cart'],
  ['/', '/app', '/appcart'],
  ['', '/app/', '/app//cart'],
])('a request below %s is rewritten by %s to %s', (path, target, seen) => {
  expect(rewrittenRequest(path, target)).toBe(seen);
});

test('a request below a path is one for something in it', () => {
  expect(['', '/', '/shop', '/shop/'].map(requestBelow)).toEqual(['/cart', '/cart', '/shop/cart', '/shop/cart']);
});

test('a comment begins at a number sign that no backslash escapes', () => {
  expect(['/a#b', '/a\\#b#c', '/a\\\\#b', '/a'].map(rewriteTargetBeforeComment)).toEqual(['/a', '/a\\#b', '/a\\\\', '/a']);
});

test('targets that stand for themselves', () => {
  expect(['/', '/a%20b', '/a;b=(1),$2~!@&*+|^`{}<>[]?', '/100%'].filter((target) => !REWRITE_TARGET.test(target))).toEqual([]);
  expect(
    ['a', '', '/a b', '/a\tb', '/a\n', "/it's", '/"', '/a\\b', '/a#', '/é', '/%%'].filter((target) => REWRITE_TARGET.test(target)),
  ).toEqual([]);
});
