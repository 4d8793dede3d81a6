import { evaluateManifests } from '../../src/audit';
import type { RuleFinding } from '../../src/audit/finding';
import { isObject, type Manifest } from '../../src/graph';
import type { Fixture } from './fixture';

/** What is planted where a secret would stand. It has letters and digits only, so that it can be a part of base64. */
export const CANARY = 'CanaryBird7Sings';

type Path = readonly (string | number)[];

/**
 * Places of secrets, whatever the function that redacts them knows of: paths with dots, and `#` for the number of an entry. Written
 * from the CustomResourceDefinitions and the API of Kubernetes.
 */
const SECRET_PLACES: readonly RegExp[] = [
  /\.(?:userData|networkData)(?:Base64)?$/,
  /\.(?:shared|node)parameters\.(?!(?:--)?action(?:\.|$))/,
  /\.(?:command|args|extraHeaders|secretExtraHeaders|patches)\.#$/,
  /\.patch$/,
  /\.kernelArgs$/,
  /\.providerSpec\.value\./,
  /\.volumeAttributes\./,
  /\.env\.#\.value$/,
  /\.(?:headers|httpHeaders|queryParams|privateOptions)\.(?:.*\.)?value$/,
  /\.(?:request|response)HeaderModifier\.(?:add|set)\.#\.value$/,
  /\.tls\.(?:key|certificate|caCertificate|destinationCACertificate)$/,
  /\.sev\.(?:session|dhCert)$/,
  /\bannotations\.(?:kubevirt\.io\/ignitiondata|hooks\.kubevirt\.io\/hookSidecars|kubectl\.kubernetes\.io\/last-applied-configuration)$/,
  /\bannotations\.(?:kubevirt|containerizeddataimporter|networkaddonsconfigs|ssp)\.kubevirt\.io\/jsonpatch$/,
  /\bannotations\.example\.com\/db-password$/,
];
const DATA = /(?:^|\.)(?:data|stringData|binaryData)\.[^.]/;
const BASE64 = /Base64$/;

export function isPlaceOfSecret(path: Path, kind: unknown): boolean {
  const text = path.map((key) => (typeof key === 'number' ? '#' : key)).join('.');
  return SECRET_PLACES.some((place) => place.test(`.${text}`)) || (['Secret', 'ConfigMap'].includes(String(kind)) && DATA.test(text));
}

/** Behind the first line, which says what the text is, and before texts are cut. */
function behindFirstLine(text: string): string {
  const [first, ...others] = text.split('\n');
  return [first, `# ${CANARY}`, ...others].join('\n');
}

/** A text that may be a secret with the canary in it; what is encoded has it in what it encodes, and behind that. */
function planted(text: string, path: Path): string {
  if (!BASE64.test(String(path.at(-1)))) {
    return behindFirstLine(text);
  }
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  return `${Buffer.from(behindFirstLine(decoded)).toString('base64').replaceAll('=', '')}${CANARY}`;
}

/** A copy of a manifest with another text in place of each one, and members added to each object. */
export function changed(
  manifest: Manifest,
  text: (text: string, path: Path) => string,
  added: (path: Path) => object = () => ({}),
): Manifest {
  const copy = (value: unknown, path: Path): unknown => {
    if (typeof value === 'string') {
      return path.length === 1 && ['kind', 'apiVersion'].includes(String(path[0])) ? value : text(value, path);
    }
    if (Array.isArray(value)) {
      return value.map((entry, index) => copy(entry, [...path, index]));
    }
    if (typeof value !== 'object' || value === null) {
      return value;
    }
    return { ...Object.fromEntries(Object.entries(value).map(([name, member]) => [name, copy(member, [...path, name])])), ...added(path) };
  };
  return copy(manifest, []) as Manifest;
}

/** A manifest with the canary in each place of a secret, and in annotations that hold some. */
export function withSecrets(manifest: Manifest): Manifest {
  const { kind, metadata } = manifest;
  const annotations = { ...metadata?.annotations, 'kubevirt.io/ignitiondata': CANARY, 'example.com/db-password': CANARY };
  return changed({ ...manifest, metadata: { ...metadata, annotations } }, (text, path) =>
    isPlaceOfSecret(path, kind) ? planted(text, path) : text,
  );
}

/** A manifest with a field that nobody knows in each object that takes no other keys. */
export function withUnknownFields(manifest: Manifest): Manifest {
  return changed(
    manifest,
    (text) => text,
    (path) => (isMap(path) ? {} : { canaryField: { of: CANARY } }),
  );
}

/** Objects whose keys are the user's. */
function isMap(path: Path): boolean {
  return /abels$|annotations$|elector$|arameters$|requests$|limits$|^data$|stringData$|drivers?$/.test(String(path.at(-1)));
}

/** Texts that are secrets by their looks, wherever they stand. */
export const LOOKS: readonly (readonly [name: string, secret: string])[] = [
  ['credentials in an address', `https://me:${CANARY}@example.com/a`],
  ['a private key', `-----BEGIN OPENSSH PRIVATE KEY-----\n${CANARY}\n-----END OPENSSH PRIVATE KEY-----`],
  ['the hash of a password', `$6$salt$${CANARY}`],
  ['a token', `eyJhbGciOiJIUzI1NiJ9.${CANARY}.${CANARY}`],
  ['a password with its name', `password: ${CANARY}`],
  ['an option of a program', `--api-token ${CANARY}`],
  ['a signed address', `https://example.com/a?X-Amz-Signature=${CANARY}&part=1`],
];

/** What is found in the objects of a fixture when something is planted in them. */
export function findingsIn({ manifests, cluster }: Fixture, plant: (manifest: Manifest) => Manifest): readonly RuleFinding[] {
  return evaluateManifests(
    manifests.filter(isObject).map((manifest) => plant(manifest as Manifest)),
    cluster,
  );
}

/** The texts of a finding that have the canary, with its rule. */
export function textsWithCanary({ rule, text, shownValue, message, remedy, acknowledgement }: RuleFinding): string[] {
  const texts = [text, shownValue, message, remedy, acknowledgement?.reason ?? ''];
  return texts.filter((part) => part.includes(CANARY)).map((part) => `${rule.id}: ${part}`);
}
