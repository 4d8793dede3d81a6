import { IGNITION_CREDENTIALS, IGNITION_KEY_FILES, isCredentialHeader } from '../../facts';
import { isObject } from '../../graph';
import { credentialsInFile, credentialsInText } from './file-credentials';
import { credentialsAt, type GuestCredential, passwordAt } from './guest-credential';
import { leavesOf } from './leaves';

const DATA_URL = /^data:([^,]*),(.*)$/s;

/** The credentials in a configuration of Ignition. */
export function ignitionCredentials(config: Record<string, unknown>): GuestCredential[] {
  return [...leavesOf(config)].flatMap(({ path, field, text, parent }) => {
    if (IGNITION_CREDENTIALS.includes(field)) {
      return passwordAt(path, text);
    }
    if (IGNITION_KEY_FILES.includes(field) && text.startsWith('data:')) {
      return [{ place: path, isHash: false }];
    }
    if (field.endsWith('httpHeaders[].value') && isObject(parent)) {
      return isCredentialHeader(String(parent.name), text) ? [{ place: path, isHash: false }] : [];
    }
    const content = contentOf(text);
    return credentialsAt(path, content === undefined ? credentialsInText(text) : credentialsInFile(content));
  });
}

/** What a data URL holds; undefined: it is none. */
function contentOf(url: string): string | undefined {
  const [, type, data] = DATA_URL.exec(url) ?? [];
  if (type === undefined) {
    return undefined;
  }
  return type.endsWith(';base64') ? Buffer.from(data, 'base64').toString('utf8') : unescaped(data);
}

function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
