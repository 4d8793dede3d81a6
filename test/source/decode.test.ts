import { decode, encodeLike } from '../../src/source/decode';

const TEXT = 'kind: Größe ✓ 😀\n';

test.each([
  ['UTF-8', Buffer.from(TEXT)],
  ['UTF-8 with a mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(TEXT)])],
  ['UTF-16, little end first', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(TEXT, 'utf16le')])],
  ['UTF-16, big end first', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(TEXT, 'utf16le').swap16()])],
])('reads %s', (_, bytes) => {
  expect(decode(bytes)).toEqual({ text: TEXT });
  expect(encodeLike(bytes, TEXT)).toEqual(bytes);
});

test('says where a file is not in UTF-8', () => {
  const bytes = Buffer.from('a: ✓\nb: caf\xe9 and more ✓', 'latin1');
  bytes.write('✓ !', 3);
  expect(decode(Buffer.concat([Buffer.from('a: ✓\nb: caf'), Buffer.from([0xe9]), Buffer.from(' and more ✓')]))).toEqual({
    fault: { place: { line: 2, column: 7 }, message: 'The file is not in UTF-8. Save it as UTF-8; what is no text is no manifest.' },
  });
});

test('says that a file looks like UTF-16', () => {
  expect(decode(Buffer.from('kind: List\n', 'utf16le'))).toEqual({
    fault: { message: 'The file looks like UTF-16 without a mark that says so. Save it as UTF-8.' },
  });
});

test('says that a file is marked as UTF-16 and is none', () => {
  expect(decode(Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x41]))).toEqual({
    fault: { message: 'The file is marked as UTF-16 and is none. Save it as UTF-8.' },
  });
});
