import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { call, temporaryFolder } from '../cli/harness';
import { RUNS } from './runs';

const folder = temporaryFolder();

/** Documents of half a megabyte: 100 MB of them where there is time. */
const COUNT = RUNS > 1000 ? 200 : 10;

test(`${COUNT / 2} MB of manifests are read and judged`, async () => {
  const service = `apiVersion: v1\nkind: Service\nmetadata:\n  name: x\n  annotations:\n    text: ${'x'.repeat(500_000)}\n---\n`;
  writeFileSync(join(folder.path(), 'a.yaml'), service.repeat(COUNT));
  const { out, err } = await call(['audit', 'a.yaml', '--format', 'json', '--rule', 'annotations-too-large'], { cwd: folder.path() });
  expect(err).toBe('');
  expect(JSON.parse(out).findings).toHaveLength(COUNT);
}, 60_000);
