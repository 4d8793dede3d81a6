import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { call } from './harness';

/** What helm template, kustomize build, kubectl get, OpenShift and cdk8s synth write: it is judged as it is. */
const SHAPES: Readonly<Record<string, { readonly objects: number; readonly errors: readonly string[]; readonly text: string }>> = {
  helm: {
    objects: 2,
    errors: ['live-migrate-blocked VirtualMachine/release-name-shop 40:11'],
    text: '    > 40 |           accessModes:\n         |           ^^^^^^^^^^^\n',
  },
  kustomize: {
    objects: 3,
    errors: ['route-annotation-unreadable Route/prod-web 48:42'],
    text: '    > 48 |     haproxy.router.openshift.io/balance: sticky\n         |                                          ^^^^^^\n',
  },
  'kubectl-list': {
    objects: 1,
    errors: ['live-migrate-blocked VirtualMachine/db 41:15'],
    text: '    > 41 |             - bridge: {}\n         |               ^^^^^^\n',
  },
  'openshift-template': {
    objects: 1,
    errors: ['disk-bus-unsupported VirtualMachine/shop-y40h8g3s 40:26'],
    text: '    > 40 |                     bus: virtoi\n         |                          ^^^^^^\n',
  },
  cdk8s: {
    objects: 2,
    errors: ['disk-without-volume VirtualMachine/web-0 18:21'],
    text: '    > 18 |               name: root\n         |                     ^^^^\n',
  },
};

test.each(Object.entries(SHAPES))('%s', async (name, { objects, errors, text }) => {
  const stdin = readFileSync(join(__dirname, `shapes/${name}.yaml`));
  const args = ['audit', '-', '--no-config', '--cluster', 'openshift:4.20'];
  const report = JSON.parse((await call([...args, '--format', 'json'], { stdin })).out);
  expect(report.files).toEqual([expect.objectContaining({ path: '<stdin>', objects, faults: [] })]);
  const told = report.findings.filter(({ severity }: any) => severity === 'error');
  expect(told.map(({ rule, object, line, column }: any) => `${rule} ${object.kind}/${object.name} ${line}:${column}`)).toEqual(errors);
  const { out, code } = await call(args, { stdin });
  expect(code).toBe(1);
  expect(out).toContain(text);
});
