import { evaluateManifests } from '../../src/audit';
import type { Manifest } from '../../src/graph';
import { fixtureFolders, fixturesOf } from './fixture';

const CANARY = 'Canary-Bird-Sings';

/** Fields that hold secrets, whatever the function that redacts them knows of; the last one within `tls` only. */
const SECRET = /^(userData|userDataBase64|networkData|networkDataBase64|stringData|sharedparameters|nodeparameters|command|certificate)$/;
const SECRET_OF_TLS = 'key';
/** A parameter of fence agents that is none. */
const OPEN = /^(--)?action$/;
const KINDS_OF_DATA = ['Secret', 'ConfigMap'];

/** Behind the first line, which says what the text is, and before texts are cut. */
function withCanary(text: string): string {
  const [first, ...others] = text.split('\n');
  return [first, `# ${CANARY}`, ...others].join('\n');
}

/** A copy in which each text that may be a secret has the canary. */
function planted(value: unknown, isSecret: boolean, parent = ''): unknown {
  if (typeof value === 'string') {
    return isSecret ? withCanary(value) : value;
  }
  if (Array.isArray(value)) {
    return value.map((entry) => planted(entry, isSecret));
  }
  const isHidden = (name: string) => (isSecret || SECRET.test(name) || (parent === 'tls' && name === SECRET_OF_TLS)) && !OPEN.test(name);
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).map(([name, member]) => [name, planted(member, isHidden(name), name)]))
    : value;
}

/** With the canary in data, in an annotation with a configuration of the guest, and in a field that nobody knows. */
function withCanaries(manifest: Manifest): Manifest {
  const { kind, metadata, data } = manifest;
  const annotations = { ...metadata?.annotations, 'kubevirt.io/ignitiondata': CANARY };
  return {
    ...(planted(manifest, false) as Manifest),
    ...(KINDS_OF_DATA.includes(kind) && data !== undefined ? { data: planted(data, true) } : {}),
    canary: { of: CANARY },
    metadata: { ...metadata, annotations },
  } as unknown as Manifest;
}

test('no text of any finding shows a secret', () => {
  let found = 0;
  const shown: string[] = [];
  for (const { manifests, cluster } of fixtureFolders().flatMap((folder) => fixturesOf(folder, 'failing'))) {
    const objects = manifests.filter((manifest) => typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest));
    for (const { text, shownValue, message, remedy } of evaluateManifests(objects.map(withCanaries), cluster)) {
      found++;
      shown.push(...[text, shownValue, message, remedy].filter((part) => part.includes(CANARY)));
    }
  }
  expect(found).toBeGreaterThan(1000);
  expect([...new Set(shown)]).toEqual([]);
});
