/** An element of an answer file that holds a password, in an element of its own or at once, as the credentials of a domain do. */
const PASSWORD = /<(?:\w{1,64}:)?(\w{0,64}Password)\b[^<>]{0,256}>\s*(?:<(?:\w{1,64}:)?Value>\s*)?([^<\s][^<]*)</g;
/** What Windows leaves in an answer file that it has used. */
const DELETED = '*SENSITIVE*DATA*DELETED*';
const COMMENT = { begin: '<!--', end: '-->' };

/**
 * The elements of an answer file for the set-up of Windows that hold passwords, whether in plain text or in base64.
 *
 * Source: https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/components-b-unattend
 */
export function sysprepPasswords(answers: string): string[] {
  const found = [...withoutComments(answers).matchAll(PASSWORD)].filter(([, , value]) => !value.startsWith(DELETED));
  return [...new Set(found.map(([, element]) => element))];
}

/** A comment that does not end is none. */
function withoutComments(answers: string): string {
  let text = '';
  let position = 0;
  for (let start = answers.indexOf(COMMENT.begin); start >= 0; start = answers.indexOf(COMMENT.begin, position)) {
    const end = answers.indexOf(COMMENT.end, start + COMMENT.begin.length);
    if (end < 0) {
      break;
    }
    text += answers.slice(position, start);
    position = end + COMMENT.end.length;
  }
  return text + answers.slice(position);
}
