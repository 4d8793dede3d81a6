import { isObject } from '../graph';
import { cloudConfigText, scriptText } from './cloud-config-text';

const PACKAGE_LIST = /(?:^|[\s"'{,])packages["']?\s*:(?!\s*\[\s*\])/m;
const INSTALLER = /\b(?:dnf|yum|microdnf|apt|apt-get|zypper|apk)\b/;
const INSTALLS = /\b(?:install|add)\b/;
const AGENT = /qemu-guest-agent/;

/** Whether user data fetches packages at the first boot. */
export function installsPackages(userData: string): boolean {
  const settings = cloudConfigText(userData);
  return PACKAGE_LIST.test(settings) || [settings, scriptText(userData)].some((text) => text.split('\n').some(isInstallCommand));
}

function isInstallCommand(line: string): boolean {
  const installer = INSTALLER.exec(line);
  return installer !== null && INSTALLS.test(line.slice(installer.index + installer[0].length));
}

/** Ports that answer as soon as the image has booted: administration. */
const PORTS_OF_THE_IMAGE: readonly unknown[] = [22, 3389];

/**
 * Whether a probe asks for something that cloud-init installs at the first boot: it cannot succeed before packages have been
 * fetched from the network. What the image brings answers earlier.
 */
export function awaitsPackages(probe: Record<string, any>, userData: readonly string[]): boolean {
  const installing = userData.filter(installsPackages);
  if (isObject(probe.guestAgentPing) || isObject(probe.exec)) {
    return installing.some((text) => AGENT.test(text));
  }
  const port = (probe.httpGet ?? probe.tcpSocket)?.port;
  return installing.length > 0 && port !== undefined && !PORTS_OF_THE_IMAGE.includes(port);
}
