/** An element of an answer file that holds a password, in an element of its own or at once, as the credentials of a domain do. */
const PASSWORD = /<(?:\w+:)?(\w*Password)\b[^>]*>\s*(?:<(?:\w+:)?Value>\s*)?([^<\s][^<]*)</g;
/** What Windows leaves in an answer file that it has used. */
const DELETED = '*SENSITIVE*DATA*DELETED*';
const COMMENTS = /<!--[\s\S]*?-->/g;

/**
 * The elements of an answer file for the set-up of Windows that hold passwords, whether in plain text or in base64.
 *
 * Source: https://learn.microsoft.com/windows-hardware/customize/desktop/unattend/components-b-unattend
 */
export function sysprepPasswords(answers: string): string[] {
  const found = [...answers.replace(COMMENTS, '').matchAll(PASSWORD)].filter(([, , value]) => !value.startsWith(DELETED));
  return [...new Set(found.map(([, element]) => element))];
}
