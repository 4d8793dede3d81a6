import Ajv from 'ajv';
import { parse } from 'yaml';
import { parseManifests } from '../support/synthesize';
import { fencesOfPages } from './fence';
import { synthesizedTexts } from './run-fence';

const LONGEST_SAMPLE = 50;

const [sample] = fencesOfPages().filter(({ file }) => file === 'README.md');
const told = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
const logged = (['log', 'warn', 'error', 'info'] as const).map((method) => jest.spyOn(console, method).mockReturnValue());
const texts = synthesizedTexts(sample);
const noise = [told, ...logged].flatMap(({ mock }) => mock.calls);
const manifests: any[] = [...texts.values()].flatMap(parseManifests);
const machines = manifests.filter(({ kind }) => kind === 'VirtualMachine');
const guests = machines.map(({ spec }) => spec.template.spec);
const userData = guests.map(({ volumes }) => volumes.find(({ cloudInitNoCloud }: any) => cloudInitNoCloud).cloudInitNoCloud.userData);
const configs = userData.map((text) => parse(text));

/** What cloud-init takes of the modules that the sample uses. */
const CLOUD_CONFIG = {
  type: 'object',
  additionalProperties: false,
  properties: {
    ssh_authorized_keys: { type: 'array', minItems: 1, items: { type: 'string' } },
    write_files: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path'],
        additionalProperties: false,
        properties: {
          path: { type: 'string', pattern: '^/' },
          content: { type: 'string' },
          permissions: { type: 'string', pattern: '^[0-7]{4}$' },
        },
      },
    },
    runcmd: { type: 'array', items: { type: 'array', minItems: 1, items: { type: 'string' } } },
  },
};

test('the first sample is short, and its synth says nothing', () => {
  expect(sample.code.split('\n').length).toBeLessThanOrEqual(LONGEST_SAMPLE);
  expect(noise).toEqual([]);
});

test('it is two VMs behind a sticky Route, with names of their own, and fencing', () => {
  expect(manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`)).toEqual([
    'MachineHealthCheck workers',
    'VirtualMachine web-0',
    'VirtualMachine web-1',
    'Service web',
    'Route web',
  ]);
  const route = manifests.find(({ kind }) => kind === 'Route');
  expect(route.metadata.annotations['router.openshift.io/cookie_name']).toBe('shop');
});

test('its cloud-init is one that cloud-init reads', () => {
  const validate = new Ajv().compile(CLOUD_CONFIG);
  expect(userData.every((text) => text.startsWith('#cloud-config\n'))).toBe(true);
  expect(configs.map((config) => validate(config) || validate.errors)).toEqual([true, true]);
});

test('its key is an ed25519 key by form, and a placeholder by name', () => {
  const [type, blob, comment] = configs[0].ssh_authorized_keys[0].split(' ');
  const bytes = Buffer.from(blob, 'base64');
  const length = bytes.readUInt32BE(0);
  expect([bytes.subarray(4, 4 + length).toString(), bytes.length, comment]).toEqual([type, 4 + length + 4 + 32, 'replace-me']);
});

test('every port that is probed or served is one that a unit of the guest listens on, from every boot on', () => {
  const service = manifests.find(({ kind }) => kind === 'Service');
  const ports = [
    ...guests.flatMap(({ readinessProbe, livenessProbe }) => [readinessProbe.httpGet.port, livenessProbe.tcpSocket.port]),
    ...service.spec.ports.map(({ targetPort }: any) => targetPort),
  ];
  for (const { write_files: files, runcmd } of configs) {
    const unit = files.find(({ path }: any) => path === '/etc/systemd/system/shop.service').content;
    expect(/http\.server (\d+) /.exec(unit)?.[1]).toBe('8080');
    expect(unit).toContain('[Install]\nWantedBy=multi-user.target\n');
    expect(runcmd[0]).toEqual(['systemctl', 'enable', '--now', 'shop']);
  }
  expect([...new Set(ports)]).toEqual([8080]);
});
