import { credentialInQuery, holdsPasswordInUrl, holdsPrivateKey, isCredentialSetting, isWritten } from '../../facts';
import { credentialsInScript } from './command-credentials';

const SETTING = /^\s*(?:export\s+|Environment=)?["']?([\w.-]+)["']?\s*[:=]\s*(["']?)([^\s"',;]+)\2[,;]?(?:\s+#.*|\s*)$/;
const COMMENT = /^\s*[#;]/;
/** The login at a registry, as `podman login` keeps it. */
const REGISTRY_LOGIN = /"auth"\s*:\s*"[A-Za-z0-9+/]{6,}={0,2}"/;
const SCRIPT = /^#!|^#cloud-boothook\b/;

/** What is secret in a text by its looks alone, in words: never the secret. */
export function credentialsInText(text: string): string[] {
  const lines = text.split('\n').filter((line) => !COMMENT.test(line));
  const query = lines.map((line) => (line.includes('://') ? credentialInQuery(line) : undefined)).find((name) => name !== undefined);
  return [
    ...(holdsPrivateKey(text) ? ['a private key'] : []),
    ...(lines.some((line) => holdsPasswordInUrl(line)) ? ['a password in a URL'] : []),
    ...(query === undefined ? [] : [`${query} in a URL`]),
    ...(REGISTRY_LOGIN.test(text) ? ['the login at a registry'] : []),
  ];
}

/** What is secret in a file: also its settings, or its commands where it is a script. */
export function credentialsInFile(content: string): string[] {
  const own = SCRIPT.test(content) ? credentialsInScript(content) : settingsIn(content);
  return [...new Set([...own, ...credentialsInText(content)])];
}

function settingsIn(content: string): string[] {
  return content.split('\n').flatMap((line) => {
    const [, name, , value] = (!COMMENT.test(line) && SETTING.exec(line)) || [];
    return name !== undefined && isCredentialSetting(name) && isWritten(value) ? [name] : [];
  });
}
