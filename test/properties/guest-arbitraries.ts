import { App, Chart } from 'cdk8s';
import {
  AccessCredential,
  CloudInit,
  CloudInitDataSource,
  GuestAgentSource,
  type GuestEthernet,
  InterfaceProtocol,
  InterfaceState,
  NetworkData,
  NetworkInterface,
  NetworkInterfaceModel,
} from 'cdk8s-kubevirt';
import { Secret } from 'cdk8s-plus-27';
import * as fc from 'fast-check';

const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });
const member = <T>(values: Record<string, T>) => fc.constantFrom(...Object.values(values));
const label = fc.stringMatching(/^[a-z]([-a-z0-9]{0,12}[a-z0-9])?$/);
const labels = fc.uniqueArray(label, { maxLength: 3 });
const ELSEWHERE = new Chart(new App(), 'elsewhere');
const secret = (name: string) => Secret.fromSecretName(ELSEWHERE, name, name);

const macAddress = fc.integer({ min: 0, max: 255 }).map((byte) => `02:48:09:00:00:${byte.toString(16).padStart(2, '0')}`);

const ethernet: fc.Arbitrary<Omit<GuestEthernet, 'name'>> = fc.record({
  macAddress: option(macAddress),
  addresses: option(
    fc.array(
      fc.ipV4().map((address) => `${address}/24`),
      { maxLength: 2 },
    ),
  ),
  dhcp6: option(fc.boolean()),
  nameservers: option(fc.array(fc.ipV6(), { maxLength: 2 })),
  mtu: option(fc.integer({ min: 576, max: 65535 })),
});

const networkData = fc.oneof(
  fc.constant(NetworkData.fromText('version: 2\n')),
  fc.constant(NetworkData.fromSecret(secret('network-data'))),
  fc
    .dictionary(label, ethernet, { maxKeys: 3, noNullPrototype: true })
    .map((ethernets) => NetworkData.fromEthernets(Object.entries(ethernets).map(([name, options]) => ({ name, ...options })))),
);

const settings = fc.record({
  hostname: option(label),
  timezone: option(fc.constant('Europe/Berlin')),
  user: option(label),
  passwordHash: option(fc.constant(`$6$salt$${'./aZ09'.repeat(14)}ab`)),
  sshAuthorizedKeys: option(labels),
  users: option(fc.array(fc.record({ name: label, groups: option(labels), sudo: option(fc.boolean()) }), { maxLength: 2 })),
  packages: option(fc.array(label, { maxLength: 200 })),
  files: option(fc.array(fc.record({ path: label.map((name) => `/etc/${name}`), content: fc.string() }), { maxLength: 3 })),
  units: option(labels),
  commands: option(fc.array(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), { maxLength: 3 })),
});

export const cloudInit = fc.oneof(
  fc.tuple(settings, option(networkData)).map(([given, network]) => CloudInit.fromSettings(given, { networkData: network })),
  fc.array(label, { maxLength: 200 }).map((packages) => CloudInit.fromCloudConfig({ packages })),
  labels.map((packages) => CloudInit.fromCloudConfig({ packages }, { dataSource: CloudInitDataSource.CONFIG_DRIVE })),
  fc.constant(CloudInit.fromUserData('#!/bin/sh\n')),
  fc.constant(CloudInit.fromSecret(secret('cloud-init'))),
);

export const guestAgent = member(GuestAgentSource);

/** Each from a Secret of its own: one that is used twice would be a volume twice. */
export const accessCredentials = fc.subarray([
  AccessCredential.sshKeyThroughCloudInit(secret('keys')),
  AccessCredential.sshKeyThroughGuestAgent(secret('agent-keys'), ['cloud-user']),
  AccessCredential.passwordThroughGuestAgent(secret('passwords')),
]);

const dhcpOptions = fc.record({
  bootFileName: option(label),
  tftpServerName: option(label),
  ntpServers: option(fc.array(fc.ipV4(), { maxLength: 2 })),
  privateOptions: option(
    fc.uniqueArray(fc.record({ code: fc.integer({ min: 224, max: 254 }), value: label }), { selector: ({ code }) => code, maxLength: 3 }),
  ),
});

/** An interface on the pod network, the ports that the Service needs among those listed, and one beside it. */
export function interfacesWith(servicePort: number): fc.Arbitrary<NetworkInterface[]> {
  const ports = [{ port: servicePort, name: 'http' }, { port: 443 }, { port: 53, protocol: InterfaceProtocol.UDP }];
  return fc
    .tuple(podInterface(ports), option(secondaryInterface))
    .map(([first, second]) => (second === undefined ? [first] : [first, second]));
}

function podInterface(ports: { port: number }[]) {
  return fc
    .record({
      model: option(member(NetworkInterfaceModel)),
      bootOrder: option(fc.integer({ min: 1, max: 9 })),
      ports: option(fc.constant(ports)),
      guestCidr: option(fc.constant('10.99.0.0/24')),
      acpiIndex: option(fc.integer({ min: 1, max: 99 })),
      dhcpOptions: option(dhcpOptions),
    })
    .map((options) => NetworkInterface.masquerade(options));
}

const secondaryInterface = fc.oneof(
  fc
    .record({ network: label, state: option(member(InterfaceState)), acpiIndex: option(fc.integer({ min: 100, max: 16383 })) })
    .map(({ network, ...options }) => NetworkInterface.multus(`networks/${network}`, { name: `secondary-${network}`, ...options })),
  fc
    .record({ network: label, tag: option(label), pciAddress: option(fc.constant('0000:81:01.0')) })
    .map(({ network, ...options }) => NetworkInterface.sriov(`networks/${network}`, { name: `fast-${network}`, ...options })),
  label.map((network) => NetworkInterface.plugin('l2bridge', { networkName: network, name: `plugged-${network}` })),
);
